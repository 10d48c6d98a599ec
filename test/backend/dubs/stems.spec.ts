import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanOrder } from '../../../apps/backend/src/pipeline/orders.ts';
import { Runs } from '../../../apps/backend/src/queue/tables.ts';
import { as, type Client } from '../client.ts';
import { bringUpload } from '../sampleFilm.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';
import { readyDub } from './plannedDub.ts';

interface Items<Item> {
  readonly items: Item[];
}

let server: TestServer;
let organisation: string;
let producer: Client;
beforeAll(async () => {
  server = await startServer();
  const people = await addOrganisation(server.platform, 'producer');
  organisation = people.organisation;
  producer = as(server, await tokenOf(server, people.producer));
});
afterAll(() => server.close());

const ready = () => readyDub(server.platform, producer, organisation);

interface StemShown {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly character: string | null;
}

async function withCharacters(): Promise<{ title: string; dub: string; anna: string; ben: string }> {
  const { title, dub } = await ready();
  const make = async (name: string): Promise<string> =>
    (await producer.post<{ id: string }>(`/titles/${title}/characters`, { name })).body.id;
  return { title, dub, anna: await make('Anna S.'), ben: await make('Ben S.') };
}

async function bringStem(
  title: string,
  dub: string,
  character: string | null,
  { kind = 'dialogue', seconds = 10, name = 'stem.wav' } = {},
): Promise<StemShown> {
  const upload = await bringUpload(server.platform, {
    ...{ organisation, title, purpose: 'stem', name },
    facts: { seconds, channels: 1, sampleRate: 48_000 },
  });
  const added = await producer.post<StemShown>(`/dubs/${dub}/stems`, { upload, kind, character });
  expect(added.status, JSON.stringify(added.body)).toBe(201);
  return added.body;
}

/** The files that a plan of a dub listens to. */
async function heardIn(dub: string): Promise<string[]> {
  const { body } = await producer.post<{ run: string }>(`/dubs/${dub}/plans`);
  const run = await server.platform.database.manager.findOneByOrFail(Runs, { id: body.run });
  return (run.order as PlanOrder).stems.map(({ name }) => name);
}

describe('a stem', () => {
  it('is said to be something else, or another’s voice; one that was that already changes places with it', async () => {
    const { title, dub, anna, ben } = await withCharacters();
    const [first, second] = [await bringStem(title, dub, anna), await bringStem(title, dub, null)];
    const given = await producer.patch<StemShown>(`/stems/${first.id}`, first.version, { character: ben });
    expect(given).toMatchObject({ status: 200, body: { character: ben, kind: 'dialogue' } });
    const swapped = await producer.patch<StemShown>(`/stems/${second.id}`, second.version, {
      character: ben,
    });
    expect(swapped.body.character).toBe(ben);
    const { body } = await producer.get<Items<StemShown>>(`/dubs/${dub}/stems`);
    expect(body.items.map(({ id, character }) => [id, character])).toEqual([
      [first.id, null],
      [second.id, ben],
    ]);
    const shared = await producer.patch<StemShown>(`/stems/${second.id}`, swapped.body.version, {
      character: null,
    });
    expect(shared).toMatchObject({ status: 200, body: { character: null } });
    const both = await producer.get<Items<StemShown>>(`/dubs/${dub}/stems`);
    expect(both.body.items.map(({ character }) => character)).toEqual([null, null]);
    const music = { kind: 'music-and-effects' };
    const made = await producer.patch<StemShown>(`/stems/${second.id}`, shared.body.version, music);
    expect(made).toMatchObject({ status: 200, body: { ...music, character: null } });
  });

  it('is changed only as it was seen, and only into what it can be', async () => {
    const { title, dub, anna } = await withCharacters();
    const stem = await bringStem(title, dub, null);
    const change = (changes: object, version = stem.version) =>
      producer.patch<{ type: string }>(`/stems/${stem.id}`, version, changes);
    expect(await change({ character: anna }, stem.version + 1)).toMatchObject({ status: 412 });
    expect(await change({})).toMatchObject({ status: 400 });
    expect(await change({ kind: 'mix', character: anna })).toMatchObject({ status: 400 });
    const foreign = await withCharacters();
    expect(await change({ character: foreign.anna })).toMatchObject({ status: 400 });
    const music = await bringStem(title, dub, null, { kind: 'music-and-effects', seconds: 3 });
    const asMix = await producer.patch(`/stems/${music.id}`, music.version, { kind: 'mix' });
    expect(asMix).toMatchObject({ status: 422, body: { type: '/problems/voice-length' } });
  });

  it('of music and effects is never listened to', async () => {
    const { title, dub } = await ready();
    await bringStem(title, dub, null, { kind: 'music-and-effects' });
    await bringStem(title, dub, null, { kind: 'mix', name: 'mix.wav' });
    expect(await heardIn(dub)).toEqual(['es.wav']);
  });

  it('that is a mix is listened to where there is no dialogue', async () => {
    const { title, dub } = await ready();
    await bringStem(title, dub, null, { kind: 'music-and-effects' });
    const [{ id, version }] = (await producer.get<Items<StemShown>>(`/dubs/${dub}/stems`)).body.items;
    await producer.patch(`/stems/${id}`, version, { kind: 'mix' });
    expect(await heardIn(dub)).toEqual(['es.wav']);
    const { body } = await producer.get<Items<StemShown>>(`/dubs/${dub}/stems`);
    expect(body.items.map(({ kind }) => kind)).toEqual(['mix', 'music-and-effects']);
  });
});
