import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseUrlOf } from '../../../apps/backend/src/openPlatform.ts';
import { LIMITS } from '../../../apps/backend/src/queue/limits.ts';
import { workUntil } from '../../../apps/backend/src/queue/workerLoop.ts';
import type { Perform } from '../../../apps/backend/src/queue/workTools.ts';
import { listeners } from '../../../apps/backend/src/recorders.ts';
import { as, type Client } from '../client.ts';
import { makeLighthouse, recordRights, RENDERED, type Lighthouse } from '../lighthouse.ts';
import { until } from '../queue/until.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';

interface Run {
  readonly id: string;
  readonly state: string;
  readonly reason: string | null;
}

let server: TestServer;
let producer: Client;
let film: Lighthouse;

beforeAll(async () => {
  server = await startServer();
  const people = await addOrganisation(server.platform, 'producer');
  producer = as(server, await tokenOf(server, people.producer));
  film = await makeLighthouse(server.platform, producer, people.organisation);
});
afterAll(() => server.close());

/** Works with the nouns of the real service until something holds. */
async function workTill(holds: () => Promise<boolean>, perform: Perform): Promise<void> {
  const { database, queue, settings } = server.platform;
  const stop = new AbortController();
  const card = { name: 'stub', host: 'here', capabilities: ['cpu'], concurrency: 1, version: '0' } as const;
  const log = { info: () => undefined, error: () => undefined };
  const tools = { database, queue, listeners, limits: LIMITS, perform, log };
  const ended = workUntil(stop.signal, { url: databaseUrlOf(settings), card, tools });
  await until(holds);
  stop.abort();
  await ended;
}

describe('a worker', () => {
  it('does not render whose rights were revoked since it was asked for, and says so', async () => {
    await recordRights(producer, film.performers[0]);
    const basis = await recordRights(producer, film.performers[1]);
    const { body } = await producer.post<{ run: Run }>(`/plans/${film.plan}/renders`, {
      shots: film.shots.slice(0, 2).map((shot) => ({ shot })),
    });
    const run = async (): Promise<Run> => (await producer.get<Run>(`/runs/${body.run.id}`)).body;
    const rendered: (number | null)[] = [];
    const perform: Perform = async (job) => {
      if (job.stage === 'gatherSources')
        await producer.post(`/rights/${basis}/revoke`, { reason: 'he left' });
      rendered.push(job.shot);
      return RENDERED[job.stage]!(job) as never;
    };
    await workTill(async () => (await run()).state !== 'running', perform);
    expect(rendered).toEqual([null, 0]);
    expect(await run()).toMatchObject({
      state: 'failed-in-part',
      reason: expect.stringMatching(/Ben Okri .* revoked .* \(he left\)/),
    });
    const takes = await producer.get<{ items: object[] }>(`/dubs/${film.dub}/takes`);
    expect(takes.body.items).toMatchObject([{ index: 0, performers: [film.performers[0]] }]);
  });

  it('does not draft whose rights were revoked since it was asked for either', async () => {
    const basis = await recordRights(producer, film.performers[1]);
    const { body } = await producer.post<Run>(`/dubs/${film.dub}/drafts`, { line: 1, settings: null });
    await producer.post(`/rights/${basis}/revoke`, { reason: 'he left for good' });
    const draft = async () => (await producer.get(`/drafts/${body.id}`)).body;
    const drafted: string[] = [];
    const perform: Perform = async (job) => {
      drafted.push(job.stage);
      throw new Error('it must not come to this');
    };
    await workTill(async () => (await draft()).state !== 'making', perform);
    expect(drafted).toEqual([]);
    expect(await draft()).toMatchObject({
      state: 'failed',
      problem: expect.stringMatching(/Ben Okri .* revoked .* \(he left for good\)/),
    });
  });

  it('is listed with what it can do', async () => {
    const { body } = await producer.get<{ items: object[] }>('/workers?ended=true');
    expect(body.items).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ name: 'stub', busy: 0 })]),
    );
  });

  it('works with models whose licences are told', async () => {
    const { body } = await producer.get<{ items: { packageLicence: string; sha256: object }[] }>('/models');
    expect(body.items.length).toBeGreaterThan(3);
    for (const model of body.items) expect(model.packageLicence).not.toBe('');
  });
});
