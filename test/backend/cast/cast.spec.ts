import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { as, type Client } from '../client.ts';
import { analysisOf, bringFilm, TWO_PEOPLE, type ToldFilm } from '../sampleFilm.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';
import { doJobs } from '../toldStages.ts';

interface Performer {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly screen: { readonly tracks: number };
}

let server: TestServer;
let organisation: string;
let artist: Client;
let producer: Client;
beforeAll(async () => {
  server = await startServer();
  const people = await addOrganisation(server.platform, 'producer', 'artist');
  organisation = people.organisation;
  producer = as(server, await tokenOf(server, people.producer));
  artist = as(server, await tokenOf(server, people.artist));
});
afterAll(() => server.close());

async function analysedTitle(film: ToldFilm = TWO_PEOPLE): Promise<{ title: string; source: string }> {
  const { body } = await producer.post<{ id: string }>('/titles', { name: 'A film' });
  const { id: source } = await bringFilm(server.platform, organisation, body.id);
  await doJobs(server.platform, analysisOf(film));
  return { title: body.id, source };
}

async function analyseAgain(source: string, film: ToldFilm): Promise<void> {
  await producer.post(`/sources/${source}/analyses`);
  await doJobs(server.platform, analysisOf(film));
}

const cast = async (title: string): Promise<Performer[]> =>
  (await artist.get<{ items: Performer[] }>(`/titles/${title}/performers`)).body.items;

const tracksOf = async ({ id }: Pick<Performer, 'id'>): Promise<{ id: string; shot: number }[]> =>
  (await artist.get<{ items: { id: string; shot: number }[] }>(`/performers/${id}/tracks`)).body.items;

describe('performers', () => {
  it('are told with how long, how large and how frontal they are seen', async () => {
    const { title } = await analysedTitle();
    expect(await cast(title)).toMatchObject([
      {
        name: 'Performer 1',
        screen: { tracks: 2, shots: 2, frames: 168, seconds: 7 },
        height: { median: 0.375, largest: 0.5 },
        hasPortrait: true,
      },
      { name: 'Performer 2', screen: { tracks: 2, shots: 2, frames: 150, seconds: 6.25 } },
    ]);
    expect((await cast(title))[0]).toHaveProperty('frontal', expect.closeTo(0.9));
  });

  it('are shown by their largest and most frontal face', async () => {
    const { title } = await analysedTitle();
    const [anna, ben] = await cast(title);
    for (const name of ['a0.jpg', 'a2.jpg', 'b1.jpg']) {
      const draft = await server.platform.storage.draftFile(`titles/x/${name}`);
      await writeFile(draft, name);
      await server.platform.storage.keep(draft, `titles/x/${name}`);
    }
    expect(await artist.get(`/performers/${anna.id}/portrait`)).toMatchObject({
      status: 200,
      body: 'a0.jpg',
    });
    const [first] = await tracksOf(ben);
    expect(await artist.get(`/tracks/${first.id}/portrait`)).toMatchObject({ status: 200, body: 'b1.jpg' });
    await artist.post(`/performers/${ben.id}/merge`, { into: anna.id });
    await artist.post(`/performers/${anna.id}/split`, { tracks: [(await tracksOf(anna))[0].id] });
    expect(await artist.get(`/performers/${anna.id}/portrait`)).toMatchObject({ body: 'a2.jpg' });
  });

  it('are renamed and ignored, if nobody was faster', async () => {
    const { title } = await analysedTitle();
    const [anna] = await cast(title);
    const renamed = await artist.patch(`/performers/${anna.id}`, anna.version, {
      name: 'Anna',
      ignored: true,
    });
    expect(renamed).toMatchObject({ status: 200, body: { name: 'Anna', ignored: true } });
    const late = await artist.patch(`/performers/${anna.id}`, anna.version, { name: 'Bea' });
    expect(late).toMatchObject({ status: 412, body: { type: '/problems/version-stale' } });
  });

  it('are merged, and are as before when that is undone', async () => {
    const { title } = await analysedTitle();
    const [anna, ben] = await cast(title);
    const { body: role } = await artist.post<{ id: string }>(`/titles/${title}/characters`, {
      name: 'THE NURSE',
      performer: ben.id,
    });
    const bens = await tracksOf(ben);
    const merged = await artist.post<Performer>(`/performers/${ben.id}/merge`, { into: anna.id });
    expect(merged).toMatchObject({ status: 200, body: { id: anna.id, screen: { tracks: 4, shots: 3 } } });
    expect(merged.body.version).toBeGreaterThan(anna.version);
    expect(await cast(title)).toHaveLength(1);
    expect((await artist.get(`/performers/${ben.id}`)).body).toMatchObject({ mergedInto: anna.id });
    const { body: characters } = await artist.get<{ items: object[] }>(`/titles/${title}/characters`);
    expect(characters.items).toMatchObject([{ id: role.id, performer: anna.id }]);

    const split = await artist.post(`/performers/${anna.id}/split`, {
      tracks: bens.map(({ id }) => id),
      into: ben.id,
    });
    expect(split).toMatchObject({
      status: 201,
      body: { id: ben.id, mergedInto: null, screen: { tracks: 2 } },
    });
    expect((await cast(title)).map(({ id }) => id)).toEqual([anna.id, ben.id]);
  });

  it('are merged one after another, and each is who they were when the last of it is undone', async () => {
    const { title } = await analysedTitle({
      ...TWO_PEOPLE,
      tracks: [[['a0', 0, 48, 540]], [['b1', 50, 120, 216]], [['c2', 120, 240, 270]]],
      performers: [['a0'], ['b1'], ['c2']],
    });
    const everybody = await cast(title);
    const [anna, ben, chris] = await Promise.all(
      ['a', 'b', 'c'].map(async (_, shot) => {
        const tracks = await Promise.all(everybody.map(tracksOf));
        return everybody[tracks.findIndex(([track]) => track.shot === shot)];
      }),
    );
    const tracks = [...(await tracksOf(anna)), ...(await tracksOf(ben))].map(({ id }) => id);
    const became = async ({ id }: Performer) =>
      (await artist.get<{ mergedInto: string | null }>(`/performers/${id}`)).body.mergedInto;
    await artist.post(`/performers/${anna.id}/merge`, { into: ben.id });
    await artist.post(`/performers/${ben.id}/merge`, { into: chris.id });
    expect([await became(anna), await became(ben)]).toEqual([chris.id, chris.id]);
    expect((await cast(title)).map(({ id }) => id)).toEqual([chris.id]);

    await artist.post(`/performers/${chris.id}/split`, { tracks, into: ben.id });
    expect([await became(anna), await became(ben)]).toEqual([ben.id, null]);
    await artist.post(`/performers/${ben.id}/split`, { tracks: [tracks[0]], into: anna.id });
    expect(await became(anna)).toBeNull();
    expect((await cast(title)).map(({ screen }) => screen.tracks)).toEqual([1, 1, 1]);
  });

  it('are split: some tracks become somebody new', async () => {
    const { title } = await analysedTitle();
    const [anna] = await cast(title);
    const [first, second] = await tracksOf(anna);
    const split = await artist.post(`/performers/${anna.id}/split`, {
      tracks: [second.id],
      name: 'Her twin',
    });
    expect(split.body).toMatchObject({ name: 'Her twin', screen: { tracks: 1 } });
    expect(await tracksOf(anna)).toMatchObject([{ id: first.id }]);
    const all = await artist.post(`/performers/${anna.id}/split`, { tracks: [first.id] });
    expect(all).toMatchObject({ status: 422, body: { type: '/problems/split-impossible' } });
    const others = await artist.post(`/performers/${anna.id}/split`, { tracks: [second.id] });
    expect(others).toMatchObject({ status: 422, body: { type: '/problems/split-impossible' } });
  });

  it('are not merged with themselves, nor across films', async () => {
    const [{ title }, other] = [await analysedTitle(), await analysedTitle()];
    const [anna] = await cast(title);
    const [stranger] = await cast(other.title);
    for (const into of [anna.id, stranger.id]) {
      const answer = await artist.post(`/performers/${anna.id}/merge`, { into });
      expect(answer).toMatchObject({ status: 422, body: { type: '/problems/merge-impossible' } });
    }
  });

  it('stay as people left them when the film is analysed again', async () => {
    const { title, source } = await analysedTitle();
    const [anna, ben] = await cast(title);
    await artist.patch(`/performers/${anna.id}`, anna.version, { name: 'Anna' });
    const [, second] = await tracksOf(anna);
    await artist.post(`/performers/${anna.id}/split`, { tracks: [second.id], into: ben.id });
    const longer: ToldFilm = {
      ...TWO_PEOPLE,
      shots: [...TWO_PEOPLE.shots, [240, 300]],
      tracks: [
        ...TWO_PEOPLE.tracks,
        [
          ['b3', 240, 300],
          ['c3', 240, 290],
        ],
      ],
      performers: [['a0', 'a2'], ['b1', 'b2', 'b3'], ['c3']],
    };
    await analyseAgain(source, longer);
    expect(await cast(title)).toMatchObject([
      { id: anna.id, name: 'Anna', screen: { tracks: 1 } },
      { id: ben.id, screen: { tracks: 4 } },
      { name: 'Performer 3', screen: { tracks: 1 } },
    ]);
    expect((await tracksOf(ben)).map(({ id }) => id)).toContain(second.id);
  });

  it('of whom nothing is left go, unless something was said of them', async () => {
    const { title, source } = await analysedTitle();
    const [anna] = await cast(title);
    await artist.post(`/titles/${title}/characters`, { name: 'ANNA', performer: anna.id });
    const others: ToldFilm = { ...TWO_PEOPLE, tracks: [[['x0', 0, 40]], [], []], performers: [['x0']] };
    await analyseAgain(source, others);
    expect(await cast(title)).toMatchObject([
      { id: anna.id, screen: { tracks: 0 }, height: null },
      { screen: { tracks: 1 } },
    ]);
  });
});

describe('characters', () => {
  it('have a name of their own, a performer of their title, and may never be seen', async () => {
    const { title } = await analysedTitle();
    const other = await analysedTitle();
    const [anna] = await cast(title);
    const [stranger] = await cast(other.title);
    const { body } = await artist.post<{ id: string; version: number }>(`/titles/${title}/characters`, {
      name: 'ANNA',
    });
    const path = `/titles/${title}/characters`;
    expect(await artist.post(path, { name: 'ANNA' })).toMatchObject({ status: 409 });
    expect(await artist.post(path, { name: 'BEN', performer: stranger.id })).toMatchObject({ status: 400 });
    const played = await artist.patch(`/characters/${body.id}`, body.version, {
      performer: anna.id,
      offScreen: true,
    });
    expect(played.body).toMatchObject({ performer: anna.id, offScreen: true, version: body.version + 1 });
    expect(await artist.delete(`/characters/${body.id}`)).toMatchObject({ status: 204 });
    expect((await artist.get(path)).body).toMatchObject({ items: [] });
  });
});
