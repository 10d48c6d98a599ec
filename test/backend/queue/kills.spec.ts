import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Jobs, Runs } from '../../../apps/backend/src/queue/tables.ts';
import { freshDatabase } from '../database.ts';
import { KilledWorkers, seeded } from './killing.ts';
import { analyseOrder, openQueueBench, renderOrder, type QueueBench } from './queueBench.ts';
import { openTakeRecord, recordedTwice, recordTakes } from './recordTakes.ts';
import { filesBelow, stubFilm } from './stubFilm.ts';
import { startWorker } from './stubWorker.ts';
import { until } from './until.ts';

const KILLS = 100;
const SHOTS = 12;
const FRAME_MS = 20;
const WORKERS = 4;
const JOBS_OF_A_FILM =
  'probe makeProxy cutShots findPerformers gatherSources inspect'.split(' ').length + 2 * SHOTS;

let folder: string;
let bench: QueueBench;
let killed: KilledWorkers;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-kills-'));
  bench = await openQueueBench(await freshDatabase(), recordTakes);
  await openTakeRecord(bench.database);
  const args = [bench.url, join(folder, 'killed'), String(FRAME_MS), String(SHOTS)];
  const how = {
    ...{ script: join(import.meta.dirname, 'stubProcess.ts'), args },
    // Half of what it takes to start is spared by what the first ones have compiled.
    env: { NODE_COMPILE_CACHE: join(folder, 'compiled') },
    pauseMs: 500,
  };
  killed = new KilledWorkers(how, WORKERS);
  killed.start();
});
afterAll(async () => {
  killed.killAll();
  await bench.close();
  await rm(folder, { recursive: true, force: true });
});

/** Has a film looked at and rendered. */
const order = (title: string): Promise<unknown> =>
  bench.database.transaction(async (tx) => {
    const whom = { ...bench.whom, title };
    await bench.runner.startRun(tx, 'analyse', analyseOrder(title), whom);
    await bench.runner.startRun(tx, 'render', renderOrder(title, SHOTS), whom);
  });

const allDone = async (): Promise<boolean> =>
  (await bench.database.manager.countBy(Runs, { state: 'running' })) === 0;

it(`films whose workers are killed ${KILLS} times are the same as if they had been left in peace`, async () => {
  const random = seeded(1895);
  const films: string[] = [];
  for (let kills = 0; kills < KILLS;) {
    if (await killed.killOne(bench.database, random)) kills += 1;
    else if (!(await allDone())) await sleep(50);
    else await order(films[films.push(await bench.addTitle()) - 1]);
  }
  await until(allDone);
  expect(await killed.stop(bench.database)).toEqual(Array(WORKERS).fill(0));

  const peaceful = startWorker(bench, stubFilm(join(folder, 'peaceful'), 0, SHOTS), WORKERS);
  for (const title of films) await order(title);
  await until(allDone);
  await peaceful.stop();

  const [first, second] = await Promise.all(
    ['killed', 'peaceful'].map((name) => filesBelow(join(folder, name))),
  );
  expect(second).toHaveLength(films.length * JOBS_OF_A_FILM * 5);
  expect(first).toEqual(second);
  expect(await recordedTwice(bench.database)).toEqual([]);
  expect(await bench.database.query('select count(*)::integer as takes from recorded_takes')).toEqual([
    { takes: 2 * films.length * SHOTS },
  ]);
  expect(await bench.database.manager.countBy(Jobs, { state: 'done' })).toBe(
    2 * films.length * JOBS_OF_A_FILM,
  );
  const deaths = await bench.database.manager.sum(Jobs, 'deaths');
  console.log(
    `Killed at ${JSON.stringify(killed.victims)} in ${films.length} films; ${deaths} times others took a job over.`,
  );
}, 500_000);
