import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { as, type Client } from '../client.ts';
import { plannedDub, readyDub } from '../dubs/plannedDub.ts';
import { recordConsent, renderingOf } from '../renders/renderedDub.ts';
import { bringFilm } from '../sampleFilm.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';
import { doJobs } from '../toldStages.ts';

let server: TestServer;
let organisation: string;
let producer: Client;
let client: Client;
beforeAll(async () => {
  server = await startServer();
  const people = await addOrganisation(server.platform, 'producer', 'client');
  organisation = people.organisation;
  producer = as(server, await tokenOf(server, people.producer));
  client = as(server, await tokenOf(server, people.client));
});
afterAll(() => server.close());

describe('a title', () => {
  it('tells what it waits for before there is a dub', async () => {
    const { body } = await producer.post<{ id: string }>('/titles', { name: 'Empty' });
    const waits = async (): Promise<unknown> => (await producer.get(`/titles/${body.id}/summary`)).body.waits;
    expect(await waits()).toEqual([
      { code: 'upload-film', for: 'producer', what: 'Upload the film', count: null },
    ]);
    await bringFilm(server.platform, organisation, body.id);
    expect(await waits()).toEqual([
      { code: 'analyse-film', for: 'workers', what: 'Analyse the film', count: null },
      { code: 'create-dub', for: 'producer', what: 'Create a dub', count: null },
    ]);
  });

  it('tells how far its dubs are, what waits for whom and what it has cost', async () => {
    const { title, dub, performers } = await readyDub(server.platform, producer, organisation);
    const summary = async (who = producer) => (await who.get(`/titles/${title}/summary`)).body;
    expect(await summary()).toMatchObject({
      ...{ source: { state: 'ready' }, performers: 2, waits: [] },
      dubs: [{ plan: null, waits: [{ for: 'artist', what: 'Plan the dub' }] }],
    });
    const plan = await plannedDub(server.platform, producer, dub, [10, 10, 10]);
    expect(await summary()).toMatchObject({
      dubs: [{ shots: { planned: 3 }, waits: [{ for: 'artist', what: 'Start rendering', count: 3 }] }],
    });
    await recordConsent(producer, performers);
    await producer.post(`/plans/${plan}/renders`);
    await doJobs(server.platform, { ...renderingOf(), renderMouths: renderingOf([1]).renderMouths });
    await server.platform.database.query(
      `UPDATE jobs SET state = 'failed' WHERE stage = 'renderMouths' AND shot = 1`,
    );
    await server.platform.database.query(
      `UPDATE takes SET state = 'approved' FROM shots WHERE shots.id = shot AND "index" = 0 AND dub = $1`,
      [dub],
    );
    expect(await summary()).toMatchObject({
      dubs: [
        {
          shots: { planned: 3, rendering: 0, failed: 1, toReview: 1, approved: 1, sentBack: 0 },
          waits: [
            { for: 'artist', what: 'See why rendering failed', count: 1 },
            { for: 'reviewer', what: 'Review', count: 1 },
          ],
          workerSeconds: expect.any(Number),
        },
      ],
    });
    expect(await summary(client)).toMatchObject({ workerSeconds: null, dubs: [{ workerSeconds: null }] });
  });

  it('is shown at a glance with its film, its dubs and all that waits', async () => {
    const people = await addOrganisation(server.platform, 'producer');
    const own = as(server, await tokenOf(server, people.producer));
    const { title, source, dub } = await readyDub(server.platform, own, people.organisation);
    await plannedDub(server.platform, own, dub, [10, 0, 10]);
    const empty = (await own.post<{ id: string }>('/titles', { name: 'Nothing yet' })).body.id;
    const { body } = await own.get('/titles/overview');
    expect(body).toMatchObject({
      next: null,
      items: [
        { id: empty, name: 'Nothing yet', source: null, dubs: [], waits: [{ code: 'upload-film' }] },
        {
          ...{ id: title, name: 'A film', language: 'en', waits: [] },
          source: {
            ...{ id: source, name: 'film.mov', state: 'ready', problem: null, thumbnails: true },
            facts: { width: 1920, height: 1080, frames: 240, seconds: 10, rate: { num: 24, den: 1 } },
          },
          dubs: [
            {
              ...{ id: dub, language: 'es', plan: 'ready', shots: { planned: 2, toReview: 0 } },
              waits: [{ code: 'start-rendering', for: 'artist', count: 2 }],
            },
          ],
        },
      ],
    });
  });

  it('is found among others at a glance as in the list of titles: by its name, page by page, archived when asked', async () => {
    const people = await addOrganisation(server.platform, 'producer');
    const own = as(server, await tokenOf(server, people.producer));
    for (const name of ['One', 'Two', 'Twofold']) await own.post('/titles', { name });
    type Page = { readonly items: { name: string; id: string }[]; readonly next: string | null };
    const names = async (query: string): Promise<unknown> => {
      const { body } = await own.get<Page>(`/titles/overview?${query}`);
      return [...body.items.map(({ name }) => name), body.next !== null];
    };
    expect(await names('limit=2')).toEqual(['Twofold', 'Two', true]);
    expect(await names('name=two')).toEqual(['Twofold', 'Two', false]);
    const [{ id }] = (await own.get<Page>('/titles/overview')).body.items;
    await own.patch(`/titles/${id}`, 1, { archived: true });
    expect(await names('')).toEqual(['Two', 'One', false]);
    expect(await names('archived=true&limit=1')).toEqual(['Twofold', true]);
  });

  it('shows the shots of a dub with plan, take and job', async () => {
    const { dub, performers } = await readyDub(server.platform, producer, organisation);
    const plan = await plannedDub(server.platform, producer, dub, [10, 0, 10]);
    await recordConsent(producer, performers);
    await producer.post(`/plans/${plan}/renders`);
    await doJobs(server.platform, renderingOf());
    const { body: again } = await producer.post<{ run: { id: string } }>(`/plans/${plan}/renders`);
    await doJobs(server.platform, { gatherSources: renderingOf().gatherSources });
    const { body } = await producer.get(`/dubs/${dub}/shots`);
    expect(body).toMatchObject({
      next: null,
      items: [
        {
          index: 0,
          planned: { mouths: 10 },
          rendering: { run: again.run.id, state: 'running' },
          take: { number: 1, state: 'to-review', openNotes: 0 },
        },
        { index: 1, planned: { mouths: 0 }, rendering: null, take: null },
        { index: 2, take: { number: 1 } },
      ],
    });
  });

  it('tells what it has cost, by act, dub, stage and shot', async () => {
    const { title, dub } = await readyDub(server.platform, producer, organisation);
    await server.platform.database.query(
      `UPDATE jobs SET worker_seconds = 2 FROM runs WHERE runs.id = run AND title = $1`,
      [title],
    );
    await plannedDub(server.platform, producer, dub, [1, 1, 1]);
    await server.platform.database.query(
      `UPDATE jobs SET worker_seconds = 3 FROM runs WHERE runs.id = run AND dub = $1`,
      [dub],
    );
    expect((await producer.get(`/titles/${title}/costs`)).body).toEqual({
      workerSeconds: 2 * 7 + 3 * 6,
      acts: [
        { act: 'analyse', runs: 1, workerSeconds: 14 },
        { act: 'plan', runs: 1, workerSeconds: 18 },
      ],
      dubs: [{ dub, kind: 'dub', language: 'es', workerSeconds: 18 }],
    });
    expect((await producer.get(`/dubs/${dub}/costs`)).body).toMatchObject({
      workerSeconds: 18,
      stages: expect.arrayContaining([{ stage: 'planLines', jobs: 1, workerSeconds: 3 }]),
      shots: [],
    });
    expect(await client.get(`/titles/${title}/costs`)).toMatchObject({ status: 403 });
  });
});
