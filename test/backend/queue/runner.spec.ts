import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '@mondwerk/film';
import type { Perform } from '../../../apps/backend/src/queue/workTools.ts';
import { PRIORITIES } from '../../../apps/backend/src/queue/limits.ts';
import { Jobs, Runs, type JobRow, type RunRow } from '../../../apps/backend/src/queue/tables.ts';
import { freshDatabase } from '../database.ts';
import { analyseOrder, openQueueBench, renderOrder, type QueueBench } from './queueBench.ts';
import { nameOf, quickly, startWorker, told, type StubWorker } from './stubWorker.ts';
import { until, untilRunIs } from './until.ts';

describe('the runner', () => {
  let bench: QueueBench;
  const workers: StubWorker[] = [];
  const recorded: string[] = [];
  const followed: string[] = [];

  const analyse = (): Promise<RunRow> =>
    bench.database.transaction((tx) =>
      bench.runner.startRun(tx, 'analyse', analyseOrder(bench.whom.title), bench.whom),
    );
  const render = (shots: number, priority: number = PRIORITIES.person): Promise<RunRow> =>
    bench.database.transaction((tx) =>
      bench.runner.startRun(tx, 'render', renderOrder(bench.whom.title, shots), { ...bench.whom, priority }),
    );
  const work = (perform: Perform, concurrency?: number): StubWorker => {
    workers.push(startWorker(bench, perform, concurrency));
    return workers.at(-1)!;
  };
  const jobs = (run: string): Promise<JobRow[]> =>
    bench.database.manager.find(Jobs, { where: { run }, order: { id: 'asc' } });
  const jobOf = async (run: string, name: string): Promise<JobRow> =>
    (await jobs(run)).find((job) => nameOf(job) === name)!;

  beforeEach(async () => {
    recorded.length = 0;
    followed.length = 0;
    bench = await openQueueBench(await freshDatabase(), {
      recorders: {
        renderMouths: async (tx, { id }, shot) => {
          recorded.push(`${shot}`);
          await tx.query('select 1 from runs where id = $1', [id]);
        },
      },
      followers: { analyse: async (_, { state }) => void followed.push(state) },
    });
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.stop()));
    await bench.close();
  });

  it('lets every stage wait for those before it, and works through the shots', async () => {
    const { perform, did } = quickly(3);
    const run = await analyse();
    expect((await jobs(run.id)).map(({ stage, state }) => `${stage} ${state}`)).toEqual([
      'probe queued',
      'makeProxy waiting',
      'cutShots waiting',
      'findPerformers waiting',
    ]);
    work(perform);
    await untilRunIs(bench, run.id, 'done');
    const when = (name: string): number => did.indexOf(name);
    expect([...did].sort()).toEqual(
      [
        'cutShots',
        'findPerformers',
        'makeProxy',
        'probe',
        'trackFaces 0',
        'trackFaces 1',
        'trackFaces 2',
      ].sort(),
    );
    expect(when('probe')).toBeLessThan(when('cutShots'));
    expect(when('cutShots')).toBeLessThan(when('trackFaces 0'));
    expect(when('findPerformers')).toBeGreaterThan(when('trackFaces 2'));
    expect(followed).toEqual(['running', 'done']);
    expect((await jobs(run.id)).every(({ workerSeconds, startedAt }) => workerSeconds > 0 && startedAt)).toBe(
      true,
    );
  });

  it('queues nothing when the transaction is rolled back', async () => {
    const { perform, did } = quickly();
    work(perform);
    const lost = bench.database.transaction(async (tx) => {
      await bench.runner.startRun(tx, 'analyse', analyseOrder(bench.whom.title), bench.whom);
      throw new Error('never mind');
    });
    await expect(lost).rejects.toThrow('never mind');
    const run = await render(1);
    await untilRunIs(bench, run.id, 'done');
    expect(did).toEqual(['gatherSources', 'renderMouths 0', 'inspect']);
    expect(await bench.database.manager.count(Runs)).toBe(1);
  });

  it('does what is more urgent first, also when that is decided later', async () => {
    const bulk = await render(3, PRIORITIES.bulk);
    const review = await render(2, PRIORITIES.bulk);
    const { perform, did } = quickly();
    await bench.database.transaction((tx) => bench.runner.prioritise(tx, review.id, PRIORITIES.review));
    const order: string[] = [];
    work(async (piece, tools) => {
      order.push((piece.order as { shots: unknown[] }).shots.length === 2 ? 'review' : 'bulk');
      return perform(piece, tools);
    });
    await untilRunIs(bench, bulk.id, 'done');
    expect(order.slice(0, 4)).toEqual(['review', 'review', 'review', 'review']);
    expect(did).toHaveLength(9);
  });

  it('stops one shot and not the film, and goes on after a retry', async () => {
    let broken = true;
    const run = await render(4);
    work((piece) => {
      if (piece.shot === 2 && broken)
        throw new Refusal('no-face', 'Shot 2 has no face: leave it out of the order.');
      return Promise.resolve(told(piece.stage, 0));
    });
    const failed = await untilRunIs(bench, run.id, 'failed-in-part');
    expect(failed.reason).toBe('renderMouths of shot 2: Shot 2 has no face: leave it out of the order.');
    expect((await jobOf(run.id, 'renderMouths 2')).attempt).toBe(1);
    expect((await jobOf(run.id, 'inspect')).state).toBe('waiting');
    expect([...recorded].sort()).toEqual(['0', '1', '3']);
    broken = false;
    await bench.database.transaction((tx) => bench.runner.retry(tx, run.id, 'The shot has another face now'));
    await untilRunIs(bench, run.id, 'done');
    expect([...recorded].sort()).toEqual(['0', '1', '2', '3']);
    expect((await jobOf(run.id, 'renderMouths 2')).firstError).toMatch(/no face/);
  });

  it('tries what was not foreseen three times in all', async () => {
    let times = 0;
    const run = await render(1);
    work((piece) => {
      if (piece.stage !== 'renderMouths') return Promise.resolve(told(piece.stage, 0));
      times += 1;
      return Promise.reject(new Error(`disk ${times} on fire`));
    });
    await untilRunIs(bench, run.id, 'failed');
    expect(times).toBe(3);
    const job = await jobOf(run.id, 'renderMouths 0');
    expect([job.failures, job.reason, job.firstError]).toEqual([3, 'disk 3 on fire', 'disk 1 on fire']);
  });

  it('breaks off what is cancelled, and says why', async () => {
    const run = await render(2);
    let aborted = 0;
    work(async (piece, { signal }) => {
      if (piece.stage === 'gatherSources') return told(piece.stage, 0);
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      aborted += 1;
      throw signal.reason;
    }, 2);
    await until(async () => (await jobs(run.id)).filter(({ state }) => state === 'running').length === 2);
    await bench.database.transaction((tx) => bench.runner.cancel(tx, run.id, 'Wrong dub'));
    await until(() => aborted === 2);
    expect((await untilRunIs(bench, run.id, 'cancelled')).reason).toBe('Wrong dub');
    expect(new Set((await jobs(run.id)).map(({ state }) => state))).toEqual(new Set(['done', 'cancelled']));
    await expect(bench.database.transaction((tx) => bench.runner.pause(tx, run.id))).rejects.toThrow(
      'The run is cancelled, so you cannot pause it: you can retry it.',
    );
  });

  it('pauses a run and lets it go on', async () => {
    const run = await render(2);
    let blocked = true;
    work(async (piece, { signal }) => {
      if (piece.stage === 'renderMouths' && blocked) {
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        signal.throwIfAborted();
      }
      return told(piece.stage, 0);
    });
    await until(async () =>
      (await jobs(run.id)).some(({ stage, state }) => stage === 'renderMouths' && state === 'running'),
    );
    await bench.database.transaction((tx) => bench.runner.pause(tx, run.id));
    expect((await jobs(run.id)).map(({ state }) => state).sort()).toEqual([
      'done',
      'paused',
      'paused',
      'waiting',
    ]);
    blocked = false;
    await bench.database.transaction((tx) => bench.runner.resume(tx, run.id));
    await untilRunIs(bench, run.id, 'done');
  });

  it('never lets two workers finish the same job', async () => {
    const run = await render(60);
    const { perform, did } = quickly();
    for (let i = 0; i < 3; i++) work(perform, 2);
    await untilRunIs(bench, run.id, 'done');
    expect(new Set(did).size).toBe(did.length);
    expect(did).toHaveLength(62);
    expect(new Set(recorded).size).toBe(60);
    expect(recorded).toHaveLength(60);
  });

  it('fails a job whose outcome cannot be recorded, with the reason', async () => {
    const run = await render(1);
    const refusing = {
      ...bench,
      listeners: {
        followers: {},
        recorders: { renderMouths: () => Promise.reject(new Refusal('no-shot', 'There is no shot 0.')) },
      },
    };
    workers.push(startWorker(refusing, quickly().perform));
    expect((await untilRunIs(bench, run.id, 'failed')).reason).toBe(
      'renderMouths of shot 0: There is no shot 0.',
    );
  });
});
