import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '@mondwerk/film';
import { writeFile } from 'node:fs/promises';
import { as, type Client } from '../client.ts';
import { analysisOf, bringFilm, TWO_PEOPLE } from '../sampleFilm.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';
import { doJobs } from '../toldStages.ts';

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

const newTitle = async (name: string): Promise<string> => {
  const { body } = await producer.post<{ id: string }>('/titles', { name });
  return body.id;
};

describe('titles', () => {
  it('are found by any part of their name, whatever signs are in it', async () => {
    for (const name of ['The Long Night', 'A night to forget', '100% wool', 'Bread']) await newTitle(name);
    const found = async (name: string): Promise<string[]> => {
      const { body } = await producer.get<{ items: { name: string }[] }>(
        `/titles?name=${encodeURIComponent(name)}`,
      );
      return body.items.map((title) => title.name);
    };
    expect(await found('NIGHT')).toEqual(['A night to forget', 'The Long Night']);
    expect(await found('%')).toEqual(['100% wool']);
    expect(await found('_')).toEqual([]);
  });
});

describe('a source', () => {
  it('is analysed as soon as it is there, and tells what was found', async () => {
    const title = await newTitle('Analysed');
    const { id } = await bringFilm(server.platform, organisation, title);
    expect((await producer.get(`/sources/${id}`)).body).toMatchObject({ state: 'analysing', facts: null });
    await doJobs(server.platform, analysisOf(TWO_PEOPLE));
    expect((await producer.get(`/sources/${id}`)).body).toMatchObject({
      state: 'ready',
      problem: null,
      facts: { width: 1920, frames: 240 },
      viewing: { sheets: 1, sound: true },
    });
    const shots = await producer.get<{ items: object[]; next: string }>(`/sources/${id}/shots?limit=2`);
    expect(shots.body.items).toMatchObject([
      { index: 0, start: 0, end: 48 },
      { index: 1, start: 48, end: 120 },
    ]);
    const rest = await producer.get<{ items: object[] }>(`/sources/${id}/shots?after=${shots.body.next}`);
    expect(rest.body).toMatchObject({ items: [{ index: 2, end: 240 }], next: null });
  });

  it('that cannot be analysed says why, and goes on where it stopped when it is asked for again', async () => {
    const title = await newTitle('Damaged');
    const { id } = await bringFilm(server.platform, organisation, title);
    const told = analysisOf(TWO_PEOPLE);
    await doJobs(server.platform, {
      ...told,
      cutShots: () => new Refusal('truncated', 'film.mov ends too soon.'),
    });
    expect((await producer.get(`/sources/${id}`)).body).toMatchObject({
      state: 'failed',
      problem: 'cutShots: film.mov ends too soon.',
    });
    const again = await producer.post(`/sources/${id}/analyses`, { reason: 'copied again' });
    expect(again.status).toBe(201);
    const busy = await producer.post(`/sources/${id}/analyses`);
    expect(busy).toMatchObject({ status: 409, body: { type: '/problems/conflict' } });
    const done = await doJobs(server.platform, told);
    expect(done.map(({ stage }) => stage)).not.toContain('probe');
    expect((await producer.get(`/sources/${id}`)).body).toMatchObject({ state: 'ready' });
  });

  it('keeps its shots as they are when it is analysed once more', async () => {
    const title = await newTitle('Twice');
    const { id } = await bringFilm(server.platform, organisation, title);
    await doJobs(server.platform, analysisOf(TWO_PEOPLE));
    const before = await producer.get(`/sources/${id}/shots`);
    await producer.post(`/sources/${id}/analyses`, { burnTimecode: true });
    const jobs = await doJobs(server.platform, analysisOf(TWO_PEOPLE));
    expect(jobs[0].order).toMatchObject({ proxy: { burnTimecode: true } });
    expect((await producer.get(`/sources/${id}/shots`)).body).toEqual(before.body);
  });

  it('is replaced by a newer one, which comes first', async () => {
    const title = await newTitle('Second cut');
    const first = await bringFilm(server.platform, organisation, title);
    const second = await bringFilm(server.platform, organisation, title);
    const { body } = await producer.get<{ items: { id: string }[] }>(`/titles/${title}/sources`);
    expect(body.items.map(({ id }) => id)).toEqual([second.id, first.id]);
    await doJobs(server.platform, analysisOf(TWO_PEOPLE));
  });

  it('is viewed by Range once its proxy is there', async () => {
    const title = await newTitle('Viewed');
    const { id } = await bringFilm(server.platform, organisation, title);
    expect(await producer.get(`/sources/${id}/proxy`)).toMatchObject({ status: 404 });
    await doJobs(server.platform, analysisOf({ ...TWO_PEOPLE, sound: false }));
    for (const name of ['proxy.mp4', 'frames.json', 'thumbnails.json', 'sheet-0.jpg']) {
      const draft = await server.platform.storage.draftFile(`titles/x/${name}`);
      await writeFile(draft, '01234');
      await server.platform.storage.keep(draft, `titles/x/${name}`);
    }
    const part = await producer.get(`/sources/${id}/proxy`, { range: 'bytes=1-2' });
    expect(part).toMatchObject({ status: 206, body: '12' });
    expect(part.headers.get('content-type')).toBe('video/mp4');
    expect(await producer.get(`/sources/${id}/thumbnails/0`)).toMatchObject({ status: 200, body: '01234' });
    expect(await producer.get(`/sources/${id}/thumbnails/1`)).toMatchObject({ status: 404 });
    expect(await producer.get(`/sources/${id}/thumbnails/x`)).toMatchObject({ status: 404 });
    expect(await producer.get(`/sources/${id}/peaks`)).toMatchObject({ status: 404 });
  });
});
