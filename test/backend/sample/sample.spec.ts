import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { as, type Client } from '../client.ts';
import { analysisOf, TWO_PEOPLE, type ToldFilm } from '../sampleFilm.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';
import { doJobs } from '../toldStages.ts';

let server: TestServer;
let producer: Client;
let artist: Client;
beforeAll(async () => {
  server = await startServer();
  const people = await addOrganisation(server.platform, 'producer', 'artist');
  producer = as(server, await tokenOf(server, people.producer));
  artist = as(server, await tokenOf(server, people.artist));
});
afterAll(() => server.close());

/** The film is told to be as long as it is: 13.6 seconds. */
const AS_LONG: ToldFilm = {
  ...TWO_PEOPLE,
  shots: [
    [0, 110],
    [110, 220],
    [220, 326],
  ],
};

interface Items {
  readonly items: readonly Readonly<Record<string, unknown>>[];
}

const itemsOf = async (path: string): Promise<Items['items']> => (await producer.get<Items>(path)).body.items;

const addSample = async (): Promise<{ readonly id: string; readonly dub: string }> => {
  const { status, body } = await producer.post<{ id: string; dub: string }>('/titles/sample');
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
};

describe('the sample', () => {
  it('is a title with film, voice and scripts, as if somebody had brought them', async () => {
    const { id, dub } = await addSample();
    expect((await producer.get(`/titles/${id}`)).body).toMatchObject({
      language: 'en',
      name: expect.stringContaining('sample'),
    });
    const [source] = await itemsOf(`/titles/${id}/sources`);
    expect(source).toMatchObject({ name: 'film.mp4', state: 'analysing' });
    const uploads = await itemsOf(`/uploads?title=${id}`);
    expect(uploads.map(({ name, purpose, state }) => [name, purpose, state])).toEqual([
      ['es.srt', 'script', 'ready'],
      ['es.flac', 'stem', 'ready'],
      ['original.srt', 'script', 'ready'],
      ['film.mp4', 'source', 'ready'],
    ]);
    const [stem] = await itemsOf(`/dubs/${dub}/stems`);
    expect(stem).toMatchObject({ kind: 'mix', name: 'es.flac', seconds: expect.closeTo(13.56, 1) });
    const names = await itemsOf(`/titles/${id}/characters`);
    expect(names.map(({ name }) => name).sort()).toEqual(['ELIAS', 'MIRA']);
    const { body } = await producer.get<{ lines: { text: string }[] }>(`/dubs/${dub}/timeline`);
    expect(body.lines).toHaveLength(3);
    expect(await itemsOf(`/titles/${id}/scripts`)).toMatchObject([{ language: 'en', dub: null }]);
  });

  it('is no more than that: its film is analysed, and nobody has said that anybody may be dubbed', async () => {
    const { id, dub } = await addSample();
    await doJobs(server.platform, analysisOf(AS_LONG));
    const [source] = await itemsOf(`/titles/${id}/sources`);
    expect(source).toMatchObject({ state: 'ready' });
    expect(await itemsOf(`/titles/${id}/performers`)).toHaveLength(2);
    expect(await itemsOf(`/titles/${id}/rights`)).toEqual([]);
    expect((await producer.post(`/dubs/${dub}/plans`)).status).toBe(201);
  });

  it('is another title each time', async () => {
    const [first, second] = [await addSample(), await addSample()];
    expect(first.id).not.toBe(second.id);
  });

  it('is for those who may create titles, and leaves nothing behind where they have no room for it', async () => {
    expect((await artist.post('/titles/sample')).status).toBe(403);
    const { producer: poor, organisation } = await addOrganisation(server.platform, 'producer');
    await server.platform.database.query('UPDATE organisations SET quota = 1000 WHERE id = $1', [
      organisation,
    ]);
    const client = as(server, await tokenOf(server, poor));
    const { body } = await client.post('/titles/sample');
    expect(body).toMatchObject({ type: '/problems/quota-exceeded' });
    expect((await client.get<Items>('/titles')).body.items).toEqual([]);
  });
});
