import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MatchOrder } from '../../../apps/backend/src/pipeline/orders.ts';
import { Runs } from '../../../apps/backend/src/queue/tables.ts';
import { as, type Client } from '../client.ts';
import { analysisOf, bringUpload, TWO_PEOPLE } from '../sampleFilm.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';
import { doJobs } from '../toldStages.ts';
import {
  letBoth,
  makeReplacedFilm,
  matched,
  REPLACED,
  replaceAna,
  type ReplacedFilm,
} from './replacedFilm.ts';

interface Made {
  readonly id: string;
  readonly version: number;
}

let server: TestServer;
let organisation: string;
let producer: Client;
let film: ReplacedFilm;

beforeAll(async () => {
  server = await startServer();
  const people = await addOrganisation(server.platform, 'producer');
  organisation = people.organisation;
  producer = as(server, await tokenOf(server, people.producer));
});
afterAll(() => server.close());
beforeEach(async () => {
  film = await makeReplacedFilm(server.platform, producer, organisation);
});

const create = (said: object) => producer.post<Made>(`/titles/${film.title}/replacements`, said);

const ordersOf = async (dub: string): Promise<MatchOrder[]> => {
  const runs = await server.platform.database.manager.findBy(Runs, { dub, act: 'match' });
  return runs.map(({ order }) => order as MatchOrder);
};

async function planned(id: string): Promise<string> {
  const { body } = await producer.post<Made>(`/replacements/${id}/plans`);
  await doJobs(server.platform, matched());
  return body.id;
}

describe('a replacement', () => {
  it('says by name whose head gets whose face, from which footage, and is listed among the dubs', async () => {
    const id = await replaceAna(producer, film, { shots: [2, 0] });
    const { body } = await producer.get(`/replacements/${id}`);
    expect(body).toMatchObject({
      ...{
        id,
        title: film.title,
        source: film.source,
        shots: [2, 0],
        settings: { strength: 1, generator: null },
      },
      replaced: { id: film.ana, name: 'Ana López' },
      shown: { id: film.carla, name: 'Carla Ruiz' },
      donors: [{ upload: film.footage, name: 'carla.mov', person: null }],
    });
    const listed = await producer.get(`/titles/${film.title}/replacements`);
    expect(listed.body).toEqual({ items: [body], next: null });
    const dubs = await producer.get(`/titles/${film.title}/dubs?kind=replacement`);
    expect(dubs.body).toMatchObject({ items: [{ id, kind: 'replacement', language: 'en' }] });
    expect((await producer.get(`/titles/${film.title}/dubs?kind=dub`)).body).toMatchObject({ items: [] });
    expect((await producer.post(`/titles/${film.title}/dubs`, { language: 'en' })).status).toBe(201);
  });

  it('is of two performers of the title, one who is in the film and one who has a name', async () => {
    const { ana, ben, carla, footage } = film;
    const donors = [{ upload: footage }];
    const refusals: readonly (readonly [object, RegExp])[] = [
      [{ replaced: ana, shown: ana }, /Ana López cannot be replaced by themselves/],
      [{ replaced: ana, shown: ben }, /Nobody has said who Performer 2 is: .* name them first/],
      [{ replaced: carla, shown: ana }, /Carla Ruiz is not seen anywhere in film\.mov/],
      [{ replaced: ana, shown: carla, shots: [7] }, /has no shot 7: it has 3/],
    ];
    for (const [said, detail] of refusals) {
      const { status, body } = await create({ donors, ...said });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(body).toMatchObject({ detail: expect.stringMatching(detail) });
    }
    const other = await makeReplacedFilm(server.platform, producer, organisation);
    expect((await create({ replaced: ana, shown: other.carla, donors })).body).toMatchObject({
      detail: 'Carla Ruiz is a performer of another title: choose one of this one.',
    });
    const elsewhere = { replaced: ana, shown: carla, donors: [{ upload: other.footage }] };
    expect((await create(elsewhere)).body).toMatchObject({
      detail: 'carla.mov was uploaded for another title: upload it for this one.',
    });
    const paper = await bringUpload(server.platform, {
      ...{ organisation, title: film.title, purpose: 'stem', name: 'voice.wav' },
    });
    expect((await create({ replaced: ana, shown: carla, donors: [{ upload: paper }] })).body).toMatchObject({
      type: '/problems/upload-purpose',
    });
  });

  it('shows nobody who was named like the pipeline names people', async () => {
    const { body } = await producer.post(`/titles/${film.title}/performers`, { name: 'Performer 9' });
    expect(body).toMatchObject({ type: '/problems/performer-unnamed' });
    const id = await replaceAna(producer, film);
    const plan = await planned(id);
    await letBoth(producer, film);
    await producer.patch(`/performers/${film.carla}`, 1, { name: 'Performer 9' });
    for (const path of [`/replacements/${id}/plans`, `/plans/${plan}/renders`]) {
      expect((await producer.post(path)).body).toMatchObject({ type: '/problems/performer-unnamed' });
    }
  });

  it('keeps a performer whom no film shows, however often the film is analysed', async () => {
    await producer.post(`/sources/${film.source}/analyses`);
    await doJobs(server.platform, analysisOf(TWO_PEOPLE));
    expect((await producer.get(`/performers/${film.carla}`)).body).toMatchObject({
      ...{ name: 'Carla Ruiz', inFilm: false, screen: { tracks: 0 } },
    });
    expect((await producer.get(`/performers/${film.ana}`)).body).toMatchObject({ inFilm: true });
    expect((await producer.get(`/titles/${film.title}/summary`)).body).toMatchObject({ performers: 2 });
    const { body: dub } = await producer.post<Made>(`/titles/${film.title}/dubs`, { language: 'es' });
    const asked = async () =>
      (
        await producer.get<{ missing: { performer: string }[] }>(`/dubs/${dub.id}/rights/missing`)
      ).body.missing.map(({ performer }) => performer);
    expect(await asked()).toEqual([film.ana, film.ben]);
    const tracks = await producer.get<{ items: Made[] }>(`/performers/${film.ben}/tracks`);
    const split = { tracks: [tracks.body.items[0].id], into: film.carla };
    expect((await producer.post(`/performers/${film.ben}/split`, split)).body).toMatchObject({
      inFilm: true,
    });
    expect(await asked()).toEqual([film.ana, film.ben, film.carla]);
    const again = await producer.post(`/titles/${film.title}/performers`, { name: 'Carla Ruiz' });
    expect(again).toMatchObject({ status: 409, body: { type: '/problems/conflict' } });
  });

  it('is matched from its footage, in its shots, and tells what was found', async () => {
    const id = await replaceAna(producer, film, {
      ...{ shots: [0, 2], settings: { strength: 0.8 } },
      donors: [{ upload: film.footage, person: 'person-1' }],
    });
    const waits = async () => {
      const { body } = await producer.get<{ dubs: { kind: string; waits: object[] }[] }>(
        `/titles/${film.title}/summary`,
      );
      return body.dubs;
    };
    expect(await waits()).toMatchObject([{ kind: 'replacement', waits: [{ code: 'match-faces' }] }]);
    const { body } = await producer.post<Made>(`/replacements/${id}/plans`);
    expect((await producer.post(`/dubs/${id}/plans`)).body).toMatchObject({
      detail: 'This replacement is being planned: wait for that plan, or cancel its run first.',
    });
    expect(await waits()).toMatchObject([{ waits: [{ code: 'matching' }] }]);
    await doJobs(server.platform, matched());
    expect(await ordersOf(id)).toMatchObject([
      {
        replaced: { id: film.ana, tracks: ['a0', 'a2'] },
        shown: { id: film.carla, name: 'Carla Ruiz', tracks: null },
        donors: [{ name: 'carla.mov', person: 'person-1' }],
        ...{ shots: [0, 2], settings: { strength: 0.8 } },
      },
    ]);
    expect((await producer.get(`/plans/${body.id}`)).body).toMatchObject({
      ...{ state: 'ready', shots: 2, frames: 168, hearing: null, outdated: false, staleEdits: [] },
      faces: {
        donors: [{ name: 'carla.mov', people: [{ person: 'person-1', shown: true }] }],
        ...{ frames: 200, trusted: 150 },
        missing: ['Carla Ruiz is never seen from the left: film that too.'],
      },
    });
    const { body: shots } = await producer.get(`/plans/${body.id}/shots`);
    const performers = [film.ana, film.carla];
    expect(shots).toMatchObject({
      items: [
        { index: 0, mouths: 48, leftAlone: 2, lines: [], matches: false, performers },
        { index: 2, mouths: 100, performers },
      ],
    });
    expect(await waits()).toMatchObject([{ waits: [{ code: 'start-rendering', count: 2 }] }]);
    await producer.patch(`/replacements/${id}`, 1, { settings: { strength: 1 } });
    expect((await producer.get(`/plans/${body.id}`)).body).toMatchObject({ outdated: true });
  });

  it('names the networks that shall make its face, and whether its title is commercial', async () => {
    const id = await replaceAna(producer, film, { settings: { generator: 'carla', restorer: 'fine' } });
    await planned(id);
    const { body: title } = await producer.get<{ version: number }>(`/titles/${film.title}`);
    expect(title).toMatchObject({ commercial: true });
    await producer.patch(`/titles/${film.title}`, title.version, { commercial: false });
    await planned(id);
    const [first, second] = await ordersOf(id);
    expect(first.settings).toEqual({ strength: 1, generator: 'carla', restorer: 'fine' });
    expect([first.commercial, second.commercial]).toEqual([undefined, false]);
  });

  it('takes a face from the film itself where it is seen there, and asks for footage where it is not', async () => {
    const ben = (await producer.get<Made>(`/performers/${film.ben}`)).body;
    await producer.patch(`/performers/${film.ben}`, ben.version, { name: 'Ben Okri' });
    const { body } = await create({ replaced: film.ana, shown: film.ben });
    await planned(body.id);
    expect(await ordersOf(body.id)).toMatchObject([
      { shown: { id: film.ben, tracks: ['b1', 'b2'] }, donors: [], shots: null },
    ]);
    const bare = (await create({ replaced: film.ana, shown: film.carla })).body;
    expect((await producer.post(`/replacements/${bare.id}/plans`)).body).toMatchObject({
      type: '/problems/replacement-incomplete',
      detail: expect.stringContaining('Carla Ruiz is not seen in film.mov and there is no footage of them'),
    });
    const { body: overview } = await producer.get<{ dubs: { dub: string; waits: object[] }[] }>(
      `/titles/${film.title}/summary`,
    );
    expect(overview.dubs.find(({ dub }) => dub === bare.id)).toMatchObject({
      waits: [{ code: 'upload-footage' }],
    });
  });

  it('has no voice, no script, no lines and no alignment, and says so', async () => {
    const id = await replaceAna(producer, film);
    const plan = await planned(id);
    const about = { organisation, title: film.title };
    const voice = await bringUpload(server.platform, {
      ...{ ...about, purpose: 'stem', name: 'es.wav', facts: { seconds: 10 } },
    });
    const script = await bringUpload(server.platform, { ...about, purpose: 'script', name: 'es.srt' });
    const asked = [
      await producer.post(`/dubs/${id}/stems`, { upload: voice, kind: 'mix' }),
      await producer.post(`/dubs/${id}/scripts`, { upload: script }),
      await producer.post(`/dubs/${id}/transcriptions`),
      await producer.post(`/dubs/${id}/drafts`, { line: 0, settings: null }),
      await producer.patch(`/dubs/${id}`, 1, { settings: { fitVoice: true } }),
      await producer.get(`/plans/${plan}/voice`),
      await producer.get(`/plans/${plan}/lines/0/mouth`),
    ];
    for (const { status, body } of asked) {
      expect({ status, body }).toMatchObject({ status: 409, body: { type: '/problems/not-a-dub' } });
      expect(body.detail).toMatch(/^This is a replacement, which .*: use a dub of the title for that\.$/);
    }
  });

  it('changes what it is made from, but not whom it is about once there are takes', async () => {
    const id = await replaceAna(producer, film);
    const plan = await planned(id);
    await letBoth(producer, film);
    const dora = (await producer.post<Made>(`/titles/${film.title}/performers`, { name: 'Dora' })).body;
    const changed = await producer.patch(`/replacements/${id}`, 1, { shown: dora.id });
    expect(changed.body).toMatchObject({ shown: { name: 'Dora' }, version: 2 });
    expect((await producer.post(`/plans/${plan}/renders`)).body).toMatchObject({
      ...{ type: '/problems/plan-not-ready', detail: expect.stringContaining('of other performers') },
    });
    await producer.patch(`/replacements/${id}`, 2, { shown: film.carla });
    await producer.post(`/plans/${plan}/renders`);
    await doJobs(server.platform, REPLACED);
    expect((await producer.patch(`/replacements/${id}`, 3, { shown: dora.id })).body).toMatchObject({
      type: '/problems/dub-has-takes',
    });
    expect((await producer.patch(`/replacements/${id}`, 3, { shots: [0] })).body).toMatchObject({
      ...{ shots: [0], version: 4 },
    });
    expect((await producer.patch(`/replacements/${id}`, 3, { shots: null })).status).toBe(412);
    expect((await producer.delete(`/replacements/${id}`)).status).toBe(204);
    expect((await producer.get(`/dubs/${id}`)).status).toBe(404);
  });
});
