import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { People } from '../../../apps/backend/src/people/tables.ts';
import { Tokens } from '../../../apps/backend/src/people/signInTables.ts';
import { as } from '../client.ts';
import { addOrganisation, startServer, tokenOf, type Somebody, type TestServer } from '../server.ts';

let server: TestServer;
let producer: Somebody;
beforeAll(async () => {
  server = await startServer();
  ({ producer } = await addOrganisation(server.platform, 'producer'));
});
afterAll(() => server.close());

const person = (): Promise<{ status: number }> =>
  tokenOf(server, producer).then((token) => as(server, token).get('/titles'));

describe('an API token', () => {
  it('lets its person in', async () => {
    expect((await person()).status).toBe(200);
  });

  it('is good for its scopes only', async () => {
    const client = as(server, await tokenOf(server, producer, ['titles:read']));
    expect((await client.get('/titles')).status).toBe(200);
    expect(await client.post('/titles', { name: 'A film' })).toMatchObject({
      status: 403,
      body: { detail: expect.stringContaining('With this token you may not') },
    });
  });

  it('notes when it was last used', async () => {
    const token = await tokenOf(server, producer);
    await as(server, token).get('/titles');
    const rows = await server.platform.database.manager.find(Tokens, { order: { id: 'DESC' }, take: 1 });
    expect(rows[0].lastUsedAt).toBeInstanceOf(Date);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('ends when it expires', async () => {
    const token = await tokenOf(server, producer);
    await server.platform.database.query(`UPDATE tokens SET expires_at = now() - interval '1 second'`);
    expect(await as(server, token).get('/titles')).toMatchObject({
      status: 401,
      body: { type: '/problems/not-signed-in' },
    });
  });

  it('that nobody made is refused', async () => {
    expect((await as(server, 'mw_guess').get('/titles')).status).toBe(401);
  });

  it('of somebody who is shut out is refused', async () => {
    const token = await tokenOf(server, producer);
    await server.platform.database.manager.update(
      People,
      { id: producer.person },
      { disabledAt: new Date() },
    );
    expect((await as(server, token).get('/titles')).status).toBe(401);
  });
});
