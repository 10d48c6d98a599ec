import { v7 as uuid } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claimJob, type ClaimedJob } from '../../../apps/backend/src/queue/claimJob.ts';
import { RunOrders } from '../../../apps/backend/src/queue/runOrders.ts';
import { Settler } from '../../../apps/backend/src/queue/settleJob.ts';
import { Jobs, Workers, type JobRow } from '../../../apps/backend/src/queue/tables.ts';
import { watchWorkers } from '../../../apps/backend/src/queue/watchWorkers.ts';
import type { Perform } from '../../../apps/backend/src/queue/workTools.ts';
import { freshDatabase } from '../database.ts';
import { withClient } from '../databaseNames.ts';
import { openQueueBench, renderOrder, type QueueBench } from './queueBench.ts';
import { quickly, silent, startWorker, told, type StubWorker } from './stubWorker.ts';
import { until, untilRunIs } from './until.ts';

describe('workers', () => {
  let bench: QueueBench;
  const workers: StubWorker[] = [];

  const render = async (shots: number): Promise<string> =>
    (
      await bench.database.transaction((tx) =>
        bench.runner.startRun(tx, 'render', renderOrder(bench.whom.title, shots), bench.whom),
      )
    ).id;
  const work = (perform: Perform, concurrency?: number): StubWorker => {
    workers.push(startWorker(bench, perform, concurrency));
    return workers.at(-1)!;
  };
  /** A worker that is killed with a job in its hands: it stands in the tables, and holds no lock. */
  const dieWithAJob = async (): Promise<ClaimedJob> => {
    const worker = uuid();
    await bench.database.query(
      `insert into workers (id, name, host, capabilities, concurrency, version, started_at, seen_at)
       values ($1, 'dead', 'here', '{cpu}', 1, '0', now(), now())`,
      [worker],
    );
    const job = await claimJob(bench.database, bench.queue, {
      worker,
      capabilities: ['cpu'],
      orders: new RunOrders(),
    });
    return job!;
  };
  const job = (id: string): Promise<JobRow> => bench.database.manager.findOneByOrFail(Jobs, { id });

  beforeEach(async () => {
    bench = await openQueueBench(await freshDatabase());
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.stop()));
    await bench.close();
  });

  it('take over what a dead one had, and what that one says later changes nothing', async () => {
    const run = await render(1);
    const lost = await dieWithAJob();
    const { perform, did } = quickly();
    work(perform);
    await untilRunIs(bench, run, 'done');
    expect(did).toContain('gatherSources');
    expect(await job(lost.id)).toMatchObject({ state: 'done', attempt: 2, deaths: 1, failures: 0 });
    expect(await new Settler(bench).settle(lost, { outcome: told('gatherSources', 0) })).toBe(false);
    expect(
      (await bench.database.manager.findOneByOrFail(Workers, { id: lost.worker })).endedAt,
    ).not.toBeNull();
  });

  it('leave a job alone that was the end of five of them', async () => {
    const run = await render(1);
    const stop = new AbortController();
    const watching = watchWorkers({ ...bench, log: silent }, stop.signal);
    for (let deaths = 1; deaths <= 5; deaths++) {
      const lost = await dieWithAJob();
      await until(async () => (await job(lost.id)).deaths === deaths);
    }
    const failed = await untilRunIs(bench, run, 'failed');
    expect(failed.reason).toMatch(/^gatherSources: 5 workers died while they were at it/);
    stop.abort();
    await watching;
  });

  it('hand back what they do when they are stopped, and lose no attempt', async () => {
    const run = await render(1);
    let reason: unknown;
    const stopped = work(
      (_, { signal }) =>
        new Promise((_resolve, reject) =>
          signal.addEventListener('abort', () => {
            reason = signal.reason;
            reject(signal.reason);
          }),
        ),
    );
    await until(async () => (await bench.database.manager.countBy(Jobs, { run, state: 'running' })) === 1);
    await stopped.stop();
    expect(String(reason)).toMatch(/The worker stops/);
    const [first] = await bench.database.manager.findBy(Jobs, { run, stage: 'gatherSources' });
    expect(first).toMatchObject({ state: 'queued', attempt: 0, failures: 0, deaths: 0 });
    work(quickly().perform);
    await untilRunIs(bench, run, 'done');
  });

  it('go on with what they do when the database comes back', async () => {
    const run = await render(2);
    let finish = (): void => undefined;
    let times = 0;
    work(async ({ stage }) => {
      times += 1;
      if (stage === 'gatherSources') await new Promise<void>((resolve) => (finish = resolve));
      return told(stage, 0);
    });
    await until(() => times === 1);
    await withClient(bench.url, (client) =>
      client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()`,
      ),
    );
    finish();
    await untilRunIs(bench, run, 'done');
    expect(times).toBe(4);
    expect(await bench.database.manager.count(Workers)).toBe(1);
  });

  it('write down how far they are, and tell who listens', async () => {
    const run = await render(1);
    const heard: { kind: string; stage?: string; done?: number; total?: number }[] = [];
    await withClient(bench.url, async (client) => {
      client.on('notification', ({ payload }) => heard.push(JSON.parse(payload!)));
      await client.query('listen mondwerk_events');
      let finish = (): void => undefined;
      work(async ({ stage }, { progress }) => {
        if (stage === 'renderMouths')
          await progress.measure(stage, { unit: 'frames', total: 40 }, async (meter) => {
            for (let frame = 1; frame <= 30; frame++) meter.reach(frame);
            await new Promise<void>((resolve) => (finish = resolve));
          });
        return told(stage, 0);
      });
      await until(
        async () => (await bench.database.manager.countBy(Jobs, { run, done: 30, total: 40 })) === 1,
      );
      await until(() => heard.some(({ done, total }) => done === 30 && total === 40));
      finish();
      await untilRunIs(bench, run, 'done');
      await until(() => heard.some(({ kind }) => kind === 'run'));
    });
    expect(heard.filter(({ done }) => done !== undefined && done > 0 && done < 30)).toEqual([]);
    expect(await bench.database.manager.findOneByOrFail(Jobs, { run, stage: 'renderMouths' })).toMatchObject({
      done: 40,
      unit: 'frames',
    });
  });
});
