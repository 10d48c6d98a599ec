import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 as newId } from 'uuid';
import { emit } from '../../../apps/backend/src/events/emit.ts';
import { sweepEvents } from '../../../apps/backend/src/events/sweepEvents.ts';
import { TOLD } from '../../../apps/backend/src/events/routeEvents.ts';
import { routes } from '../../../apps/backend/src/routes.ts';
import { as, type Client } from '../client.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';
import { readEvents } from './eventReader.ts';

let server: TestServer;
let token: string;
let organisation: string;
let producer: Client;
let stranger: { token: string; client: Client };
beforeAll(async () => {
  server = await startServer();
  const studio = await addOrganisation(server.platform, 'producer');
  const other = await addOrganisation(server.platform, 'producer');
  organisation = studio.organisation;
  token = await tokenOf(server, studio.producer);
  producer = as(server, token);
  const theirs = await tokenOf(server, other.producer);
  stranger = { token: theirs, client: as(server, theirs) };
});
afterAll(() => server.close());

const named = (name: string) => (told: { event: string }) => told.event === name;

describe('the stream of events', () => {
  it('tells what somebody did, once it is in the database', async () => {
    const reader = await readEvents(`${server.url}/events`, token);
    const { body } = await producer.post('/titles', { name: 'Nosferatu' });
    const told = await reader.until(named('title.created'));
    expect(told.data).toMatchObject({ thing: body.id, title: body.id });
    expect(told.id).not.toBeNull();
    await reader.stop();
  });

  it('tells nothing to other organisations', async () => {
    const ours = await readEvents(`${server.url}/events`, token);
    const theirs = await readEvents(`${server.url}/events`, stranger.token);
    await producer.post('/titles', { name: 'Ours' });
    await ours.until(named('title.created'));
    await stranger.client.post('/titles', { name: 'Theirs' });
    await theirs.until(named('title.created'));
    expect(theirs.told).toHaveLength(1);
    await Promise.all([ours.stop(), theirs.stop()]);
  });

  it('tells only of the title that was asked for', async () => {
    const [one, two] = [newId(), newId()];
    const { body: title } = await producer.post('/titles', { name: 'Asked for' });
    const reader = await readEvents(`${server.url}/events?title=${String(title.id)}`, token);
    const { manager } = server.platform.database;
    await emit(manager, { organisation, kind: 'take.ready', thing: one });
    await emit(manager, { organisation, kind: 'take.ready', thing: two, title: String(title.id) });
    const told = await reader.until(named('take.ready'));
    expect(told.data.thing).toBe(two);
    expect((await producer.get(`/events?title=${newId()}`)).status).toBe(404);
    await reader.stop();
  });

  it('tells nothing of what was taken back', async () => {
    const reader = await readEvents(`${server.url}/events`, token);
    const { manager } = server.platform.database;
    const [never, really] = [newId(), newId()];
    await manager
      .transaction(async (tx) => {
        await emit(tx, { organisation, kind: 'take.ready', thing: never });
        throw new Error('changed our mind');
      })
      .catch(() => undefined);
    await emit(manager, { organisation, kind: 'take.ready', thing: really });
    await reader.until(({ data }) => data.thing === really);
    expect(reader.told.filter(({ data }) => data.thing === never)).toEqual([]);
    await reader.stop();
  });

  it('tells whoever comes back what they missed', async () => {
    const reader = await readEvents(`${server.url}/events`, token);
    const { manager } = server.platform.database;
    const [heard, ...missed] = [newId(), newId(), newId()];
    await emit(manager, { organisation, kind: 'take.ready', thing: heard });
    const last = await reader.until(({ data }) => data.thing === heard);
    await reader.stop();
    for (const thing of missed) await emit(manager, { organisation, kind: 'take.ready', thing });
    const back = await readEvents(`${server.url}/events`, token, { 'last-event-id': last.id! });
    await back.until(({ data }) => data.thing === missed[1]);
    const things = back.told.map(({ data }) => data.thing);
    expect(things).toEqual(expect.arrayContaining(missed));
    expect(back.told.filter(({ id }) => id === last.id)).toEqual([]);
    await back.stop();
  });

  it('asks whoever missed too much to load everything anew', async () => {
    const { database } = server.platform;
    const after = newId();
    await database.query(
      `INSERT INTO events (id, organisation, kind, thing, data)
       SELECT overlay($2::text placing lpad(to_hex(n), 12, '0') from 25)::uuid, $1, 'take.ready', gen_random_uuid(), '{}'
       FROM generate_series(1, 2001) n`,
      [organisation, newId()],
    );
    const reader = await readEvents(`${server.url}/events?after=${after}`, token);
    await reader.until(named('reload'));
    await reader.stop();
    await database.query('DELETE FROM events');
  });

  it('hears for any number of readers on one connection', async () => {
    const readers = await Promise.all(
      Array.from({ length: 40 }, () => readEvents(`${server.url}/events`, token)),
    );
    const [{ listeners }]: { listeners: number }[] = await server.platform.database.query(
      `SELECT count(*)::int AS listeners FROM pg_stat_activity
       WHERE application_name = 'mondwerk events' AND datname = current_database()`,
    );
    expect(listeners).toBe(1);
    const thing = newId();
    await emit(server.platform.database.manager, { organisation, kind: 'take.ready', thing });
    await Promise.all(readers.map((reader) => reader.until(({ data }) => data.thing === thing)));
    await Promise.all(readers.map((reader) => reader.stop()));
  });

  it('ends when its connection to the database breaks, so that readers come back and miss nothing', async () => {
    const reader = await readEvents(`${server.url}/events`, token);
    const { database } = server.platform;
    await database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'mondwerk events' AND datname = current_database()`,
    );
    await reader.ended;
    const again = await readEvents(`${server.url}/events`, token);
    const thing = newId();
    await emit(database.manager, { organisation, kind: 'take.ready', thing });
    await again.until(({ data }) => data.thing === thing);
    await again.stop();
  });

  it('sends data that is too long for a notice without it, and keeps it', async () => {
    const reader = await readEvents(`${server.url}/events`, token);
    const thing = newId();
    const data = { reason: 'x'.repeat(9000) };
    await emit(server.platform.database.manager, { organisation, kind: 'run.failed', thing, data });
    const told = await reader.until((each) => each.data.thing === thing);
    expect(told.data.data).toEqual({});
    await reader.stop();
  });

  it('forgets after some days', async () => {
    const { database } = server.platform;
    await database.query(`UPDATE events SET made_at = now() - interval '15 days'`);
    await emit(database.manager, { organisation, kind: 'take.ready', thing: newId() });
    await sweepEvents(database, 14);
    const [{ kept }]: { kept: number }[] = await database.query('SELECT count(*)::int AS kept FROM events');
    expect(kept).toBe(1);
  });
});

it('tells a note to those who listen to its dub', async () => {
  const { database } = server.platform;
  const [{ id: title }] = (await producer.get<{ items: { id: string }[] }>('/titles')).body.items;
  const [dub, source] = [newId(), newId()];
  await database.query(
    `INSERT INTO sources (id, organisation, title, name, key, sha256, bytes, state, version)
     VALUES ($1, $2, $3, 'film.mov', 'film.mov', repeat('a', 64), 1, 'ready', 1)`,
    [source, organisation, title],
  );
  await database.query(
    `INSERT INTO dubs (id, organisation, title, source, language, settings, version)
     VALUES ($1, $2, $3, $4, 'es', '{}', 1)`,
    [dub, organisation, title, source],
  );
  const reader = await readEvents(`${server.url}/events?dub=${dub}`, token);
  const written = await producer.post(`/dubs/${dub}/notes`, { start: 0, end: 1, text: 'Too wide' });
  const told = await reader.until(named('note.written'));
  expect(told.data).toMatchObject({ thing: written.body.id, title, dub });
  await reader.stop();
});

it('tells only of routes that there are', () => {
  const names = new Set(routes.map(({ name }) => name));
  expect(Object.keys(TOLD).filter((name) => !names.has(name))).toEqual([]);
});
