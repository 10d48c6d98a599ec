import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanOrder } from '../../../apps/backend/src/pipeline/orders.ts';
import { Runs } from '../../../apps/backend/src/queue/tables.ts';
import { as, type Client } from '../client.ts';
import { readyDub } from '../dubs/plannedDub.ts';
import { bringUpload } from '../sampleFilm.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';

interface Entry {
  readonly id: string;
  readonly version: number;
  readonly word: string;
  readonly said: string;
}

let server: TestServer;
let organisation: string;
let artist: Client;
let producer: Client;
let reviewer: Client;
beforeAll(async () => {
  server = await startServer();
  const people = await addOrganisation(server.platform, 'producer', 'artist', 'reviewer');
  organisation = people.organisation;
  producer = as(server, await tokenOf(server, people.producer));
  artist = as(server, await tokenOf(server, people.artist));
  reviewer = as(server, await tokenOf(server, people.reviewer));
});
afterAll(() => server.close());

const newTitle = async (): Promise<string> =>
  (await producer.post<{ id: string }>('/titles', { name: 'A film' })).body.id;
const entries = async (title: string): Promise<Entry[]> =>
  (await artist.get<{ items: Entry[] }>(`/titles/${title}/pronunciations`)).body.items;

describe('pronunciations', () => {
  it('are written down, changed and deleted by those who make dubs, and seen by all', async () => {
    const title = await newTitle();
    const path = `/titles/${title}/pronunciations`;
    const { status, body } = await artist.post<Entry>(path, {
      word: ' Siobhan ',
      said: 'Shuh-VAWN',
      note: 'Irish',
    });
    expect([status, body]).toMatchObject([
      201,
      { word: 'Siobhan', said: 'Shuh-VAWN', language: null, version: 1 },
    ]);
    expect(await reviewer.post(path, { word: 'Anna', said: 'anna' })).toMatchObject({ status: 403 });
    expect(await reviewer.get(path)).toMatchObject({ status: 200, body: { items: [{ word: 'Siobhan' }] } });
    const edit = { said: '/ʃɪˈvɔːn/', language: 'fr' };
    expect(await artist.patch(`/pronunciations/${body.id}`, 1, edit)).toMatchObject({
      body: { ...edit, version: 2 },
    });
    expect(await artist.patch(`/pronunciations/${body.id}`, 1, edit)).toMatchObject({ status: 412 });
    expect(await artist.delete(`/pronunciations/${body.id}`)).toMatchObject({ status: 204 });
    expect(await entries(title)).toEqual([]);
  });

  it.each([
    [{ word: 'Ng', said: '/ŋ4/' }, 422, '“4”'],
    [{ word: 'Ng', said: 'xx:Ng' }, 422, 'xx'],
    [{ word: 'Ng', said: 'eng', language: 'tlh' }, 422, 'tlh'],
    [{ word: '', said: 'eng' }, 400, ''],
  ])('that cannot be read are refused: %o', async (entry, status, names) => {
    const answer = await artist.post<{ detail: string }>(`/titles/${await newTitle()}/pronunciations`, entry);
    expect(answer.status).toBe(status);
    expect(answer.body.detail).toContain(names.replace(/[“”]/gu, '"'));
  });

  it('are not written down twice, but may have variants', async () => {
    const path = `/titles/${await newTitle()}/pronunciations`;
    await artist.post(path, { word: 'Nguyen', said: 'win' });
    expect(await artist.post(path, { word: 'Nguyen', said: 'win' })).toMatchObject({ status: 409 });
    expect(await artist.post(path, { word: 'Nguyen', said: 'noo-yen' })).toMatchObject({ status: 201 });
    expect(await artist.post(path, { word: 'Nguyen', said: 'win', language: 'fr' })).toMatchObject({
      status: 201,
    });
  });

  it('are imported from text and from files; what is there stays', async () => {
    const title = await newTitle();
    const path = `/titles/${title}/pronunciations`;
    await artist.post(path, { word: 'Anna', said: 'Ah-na' });
    const text = 'word,said,language,note\nAnna,Ah-na\nSiobhan,Shuh-VAWN,,Irish\n"Jean Luc",fr:';
    expect(await artist.post(`${path}/import`, { text })).toMatchObject({
      ...{ status: 200, body: { added: 2, unchanged: 1, removed: 0 } },
    });
    const upload = await bringUpload(server.platform, {
      ...{ organisation, title, purpose: 'lexicon', name: 'names.txt', content: 'Wójcik = /ˈvujtɕik/\n' },
    });
    expect(await artist.post(`${path}/import`, { upload, replace: true })).toMatchObject({
      body: { added: 1, unchanged: 0, removed: 3 },
    });
    expect((await entries(title)).map(({ word }) => word)).toEqual(['Wójcik']);
    const broken = await artist.post(`${path}/import`, { text: 'Anna,Ah-na\nBen', name: 'names.csv' });
    expect(broken).toMatchObject({
      status: 422,
      body: { detail: expect.stringContaining('names.csv, row 2 does not say how "Ben" is said') },
    });
  });

  it('of another organisation are not there', async () => {
    const title = await newTitle();
    const { body } = await artist.post<Entry>(`/titles/${title}/pronunciations`, {
      word: 'Anna',
      said: 'ah-na',
    });
    const strangers = await addOrganisation(server.platform, 'artist');
    const stranger = as(server, await tokenOf(server, strangers.artist));
    expect(await stranger.patch(`/pronunciations/${body.id}`, 1, { said: 'x' })).toMatchObject({
      status: 404,
    });
    expect(await stranger.get(`/titles/${title}/pronunciations`)).toMatchObject({ status: 404 });
  });

  it('can be seen in IPA and heard before anybody writes them down', async () => {
    const path = `/titles/${await newTitle()}/pronunciations`;
    const ask = (what: string, query: Record<string, string>) =>
      reviewer.get<{ ipa: string }>(`${path}/${what}?${new URLSearchParams(query)}`);
    expect(await ask('preview', { word: 'Schwarzenegger', said: 'de:', language: 'fr' })).toMatchObject({
      status: 200,
      body: { ipa: expect.stringMatching(/^ʃva/u) },
    });
    const heard = await ask('sound', { word: 'Siobhan', said: '/ʃɪˈvɔːn/', language: 'en' });
    expect(heard.headers.get('content-type')).toBe('audio/wav');
    expect(Number(heard.headers.get('content-length'))).toBeGreaterThan(10_000);
    expect(await ask('preview', { word: 'Anna', said: '/a%/', language: 'en' })).toMatchObject({
      status: 422,
    });
  });
});

describe('a plan', () => {
  it('knows how the names of its script are said, and is out of date when that changes', async () => {
    const { title, dub } = await readyDub(server.platform, producer, organisation);
    const say = (body: object) => artist.post(`/titles/${title}/pronunciations`, body);
    await say({ word: 'Anna', said: '/ˈana/' });
    await say({ word: 'Anna', said: 'Annah', language: 'de' });
    await say({ word: 'Wójcik', said: '/ˈvujtɕik/' });
    const { body: plan } = await artist.post<{ id: string; run: string }>(`/dubs/${dub}/plans`);
    const run = await server.platform.database.manager.findOneByOrFail(Runs, { id: plan.run });
    expect((run.order as PlanOrder).script.lexicon).toEqual([{ word: 'Anna', said: '/ˈana/' }]);
    const outdated = async (): Promise<boolean> =>
      (await artist.get<{ outdated: boolean }>(`/plans/${plan.id}`)).body.outdated;
    await say({ word: 'Nobody', said: 'no-buddy' });
    expect(await outdated()).toBe(false);
    await say({ word: 'Anna', said: '/ˈanːa/', language: 'es' });
    expect(await outdated()).toBe(true);
  });

  it('suggests names that the scripts have', async () => {
    const { title } = await readyDub(server.platform, producer, organisation);
    const path = `/titles/${title}/pronunciations`;
    expect(await artist.get(`${path}/suggestions`)).toMatchObject({
      body: { items: [{ word: 'Anna', occurrences: 1, languages: ['es'], example: 'Buenos días, Anna.' }] },
    });
    await artist.post(path, { word: 'Anna', said: 'anna' });
    expect(await artist.get(`${path}/suggestions`)).toMatchObject({ body: { items: [] } });
  });
});
