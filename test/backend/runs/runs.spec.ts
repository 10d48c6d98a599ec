import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { as, type Client } from '../client.ts';
import { plannedDub, readyDub } from '../dubs/plannedDub.ts';
import { recordConsent, renderingOf } from '../renders/renderedDub.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';
import { doJobs } from '../toldStages.ts';

interface Items<Item> {
  readonly items: Item[];
}

let server: TestServer;
let artist: Client;
let title: string;
let dub: string;
let plan: string;
beforeAll(async () => {
  server = await startServer();
  const people = await addOrganisation(server.platform, 'producer', 'artist');
  const producer = as(server, await tokenOf(server, people.producer));
  artist = as(server, await tokenOf(server, people.artist));
  const ready = await readyDub(server.platform, producer, people.organisation);
  await recordConsent(producer, ready.performers);
  ({ title, dub } = ready);
  plan = await plannedDub(server.platform, producer, dub, [10, 10, 10]);
});
afterAll(() => server.close());

const render = async (): Promise<string> => {
  const { body } = await artist.post<{ run: { id: string } }>(`/plans/${plan}/renders`);
  return body.run.id;
};

describe('a run', () => {
  it('is paused, resumed and cancelled, as its state allows', async () => {
    const run = await render();
    expect(await artist.post(`/runs/${run}/resume`)).toMatchObject({ body: { type: '/problems/run-state' } });
    expect(await artist.post(`/runs/${run}/pause`, { reason: 'Lunch' })).toMatchObject({
      status: 200,
      body: { state: 'paused', reason: 'Lunch' },
    });
    expect(await doJobs(server.platform, renderingOf())).toEqual([]);
    expect(await artist.post(`/runs/${run}/resume`)).toMatchObject({ body: { state: 'running' } });
    expect(await artist.post(`/runs/${run}/cancel`)).toMatchObject({ body: { state: 'cancelled' } });
    expect(await doJobs(server.platform, renderingOf())).toEqual([]);
  });

  it('goes before others once it is more urgent', async () => {
    const [first, second] = [await render(), await render()];
    expect(await artist.post(`/runs/${second}/priority`, { priority: 90 })).toMatchObject({
      body: { priority: 90 },
    });
    const done = await doJobs(server.platform, renderingOf());
    expect(done.map(({ run }) => run).indexOf(first)).toBe(done.filter(({ run }) => run === second).length);
  });

  it('tells of each job how far it is, and of a failed one why; it is retried with a reason', async () => {
    const run = await render();
    await artist.post(`/runs/${run}/priority`, { priority: 100 });
    await doJobs(server.platform, renderingOf([1]));
    // Errors that are nobody's fault are tried again after a while: here that is not waited for.
    await server.platform.database.query(
      `UPDATE jobs SET state = 'failed', reason = 'the disk is full', ended_at = now() WHERE run = $1 AND shot = 1`,
      [run],
    );
    const failed = await artist.get<Items<object>>(`/runs/${run}/jobs?state=failed`);
    expect(failed.body.items).toMatchObject([
      { stage: 'renderMouths', shot: 1, reason: 'the disk is full', progress: { total: null } },
    ]);
    const done = await artist.get<Items<object>>(`/runs/${run}/jobs?stage=renderMouths&state=done`);
    expect(done.body.items).toMatchObject([{ shot: 0 }, { shot: 2 }]);
    expect((await artist.get(`/runs/${run}`)).body).toMatchObject({
      jobs: { all: 5, done: 3, running: 0, failed: 1 },
    });
    await server.platform.database.query(`UPDATE runs SET state = 'failed-in-part' WHERE id = $1`, [run]);
    expect(await artist.post(`/runs/${run}/retry`)).toMatchObject({ status: 400 });
    const retried = await artist.post(`/runs/${run}/retry`, { reason: 'There is room again' });
    expect(retried.body).toMatchObject({ state: 'running', reason: 'There is room again' });
    await doJobs(server.platform, renderingOf());
    expect((await artist.get(`/runs/${run}`)).body).toMatchObject({
      state: 'done',
      endedAt: expect.any(String),
    });
  });

  it('is found by its title, its act and its state', async () => {
    const list = async (path: string): Promise<string[]> => {
      const { body } = await artist.get<Items<{ act: string; state: string }>>(path);
      return body.items.map(({ act, state }) => `${act} ${state}`);
    };
    expect(await list(`/titles/${title}/runs?act=plan`)).toEqual(['plan done']);
    expect(await list('/runs?state=cancelled')).toEqual(['render cancelled']);
    expect(await list('/runs?act=analyse')).toEqual(['analyse done']);
  });
});
