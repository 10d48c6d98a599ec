import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 as newId } from 'uuid';
import { MEASURES } from '../../../apps/backend/src/operate/databaseMeasures.ts';
import { isLoopback } from '../../../apps/backend/src/operate/loopback.ts';
import { clientOf, type Client } from '../client.ts';
import { addOrganisation, startServer, type TestServer } from '../server.ts';

let server: TestServer;
let anyone: Client;
beforeAll(async () => {
  server = await startServer();
  anyone = clientOf(server);
});
afterAll(() => server.close());

describe('/health', () => {
  it('says that the process lives, whoever asks and whatever token they show', async () => {
    const { status, body } = await anyone.get('/health/live', { authorization: 'Bearer of-something-else' });
    expect([status, body]).toEqual([200, { alive: true }]);
  });

  it('says that everything is ready', async () => {
    const { status, body } = await anyone.get('/health/ready');
    expect(status).toBe(200);
    expect(body).toEqual({
      ready: true,
      checks: { database: 'ok', migrations: 'ok', queue: 'ok', storage: 'ok' },
    });
  });

  it('says what is not ready, and that it still lives', async () => {
    const { database } = server.platform;
    await database.query(`DELETE FROM schema_migrations WHERE name LIKE 'Events%'`);
    const { status, body } = await anyone.get('/health/ready');
    expect(status).toBe(503);
    expect(body).toMatchObject({ ready: false, checks: { database: 'ok', queue: 'ok' } });
    expect((body.checks as Record<string, string>).migrations).toContain('mondwerk migrate');
    expect((await anyone.get('/health/live')).status).toBe(200);
  });
});

describe('/metrics', () => {
  it('tells every figure there is', async () => {
    const { platform } = server;
    const { organisation } = await addOrganisation(platform, 'producer');
    const title = newId();
    await platform.database.query(
      `INSERT INTO titles (id, organisation, name, version) VALUES ($1, $2, 'x', 1)`,
      [title, organisation],
    );
    await platform.database.query(
      `INSERT INTO uploads (id, organisation, title, purpose, name, key, bytes, received, checked, state, touched_at)
       VALUES (gen_random_uuid(), $2, $1, 'film', 'x', 'x', 9, 7, 0, 'receiving', now())`,
      [title, organisation],
    );
    const { status, body, headers } = await anyone.get<string>('/metrics');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/plain');
    for (const { name } of MEASURES) expect(body).toContain(`# TYPE ${name} `);
    expect(body).toContain('mondwerk_database_up 1');
    expect(body).toMatch(/mondwerk_uploads\{state="receiving"\} 1/);
    expect(body).toMatch(/mondwerk_upload_bytes_total 7/);
    expect(body).toMatch(/mondwerk_database_connections\{state="waiting"\} 0/);
    expect(body).toMatch(/process_resident_memory_bytes \d/);
  });

  it('measures requests by route and not by address', async () => {
    await anyone.get('/titles/01a00000-0000-7000-8000-000000000001');
    await anyone.get('/made/up/by/a/stranger');
    const { body } = await anyone.get<string>('/metrics');
    expect(body).toMatch(
      /mondwerk_http_request_seconds_count\{method="GET",route="\/titles\/:title",status="401"\} 1/,
    );
    expect(body).toMatch(/mondwerk_http_request_seconds_count\{method="GET",route="none",status="404"\} 1/);
    expect(body).not.toContain('stranger');
  });

  it('asks for its token when there is one', async () => {
    const guarded = await startServer({ METRICS_TOKEN: 'sixteen letters!'.replace(' ', '-') });
    const ask = clientOf(guarded);
    expect((await ask.get('/metrics')).status).toBe(401);
    expect((await ask.get('/metrics', { authorization: 'Bearer wrong' })).status).toBe(401);
    expect((await ask.get('/metrics', { authorization: 'Bearer sixteen-letters!' })).status).toBe(200);
    await guarded.close();
  });

  it.each([
    ['127.0.0.1', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['::ffff:10.0.0.1', false],
    ['192.168.1.2', false],
    ['', false],
  ])('is open to this machine only when there is none: %s', (address, open) => {
    expect(isLoopback(address)).toBe(open);
  });
});

describe('a request', () => {
  it('is named in its answer and in its problem', async () => {
    const { headers, body } = await anyone.get('/titles');
    expect(headers.get('x-request-id')).toBe(body.instance);
  });

  it('keeps the name that our own proxy gave it, and no stranger’s', async () => {
    const given = { 'x-request-id': 'from-the-proxy-1' };
    expect((await anyone.get('/titles', given)).headers.get('x-request-id')).not.toBe('from-the-proxy-1');
    const behind = await startServer({ TRUST_PROXY: 'true' });
    expect((await clientOf(behind).get('/titles', given)).headers.get('x-request-id')).toBe(
      'from-the-proxy-1',
    );
    await behind.close();
  });
});
