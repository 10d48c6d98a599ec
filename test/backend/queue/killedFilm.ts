import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Runs } from '../../../apps/backend/src/queue/tables.ts';
import { makeTwoShotFilm, type TwoShotFilm } from '../twoShotFilm.ts';
import { KilledWorkers, seeded } from './killing.ts';
import { hashesOf, orderFilm } from './orderedFilm.ts';
import { openQueueBench, type QueueBench } from './queueBench.ts';
import { openTakeRecord, recordedTwice, recordTakes } from './recordTakes.ts';
import { until } from './until.ts';

/** What became of films whose workers were killed, next to one that was left in peace. */
export interface KilledFilms {
  /** At which stages workers were killed, and how often. */
  readonly victims: Readonly<Record<string, number>>;
  readonly films: number;
  /** How many files the pipeline made of each film, and which are not the same everywhere. */
  readonly files: number;
  readonly different: readonly string[];
  readonly takesNotOnce: number;
}

const WORKERS = 2;

/** Has films looked at, planned and rendered by real workers, of which so many are killed, one after each pause. */
export async function killFilms(
  url: string,
  folder: string,
  { kills, pauseMs }: { readonly kills: number; readonly pauseMs: number },
): Promise<KilledFilms> {
  const bench = await openQueueBench(url, recordTakes);
  await openTakeRecord(bench.database);
  const made = await makeTwoShotFilm(join(folder, 'made'));
  // Both in the same place, which an artifact may name.
  const [place, aside] = [join(folder, 'storage'), join(folder, 'aside')];
  const killed = workersIn([url, place], folder, pauseMs);
  const peaceful = workersIn([url, place], folder, pauseMs);
  try {
    const films = await filmsWhileKilling(bench, made, { place, killed, kills });
    await killed.stop(bench.database);
    await rename(place, aside);
    peaceful.start();
    await makeFilm(bench, place, films[0], made);
    await peaceful.stop(bench.database);
    const truth = await hashesOf(place, films[0]);
    const all = await Promise.all(films.map((title) => hashesOf(aside, title)));
    const names = new Set([truth, ...all].flatMap((hashes) => [...hashes.keys()]));
    return {
      ...{ victims: killed.victims, films: films.length, files: truth.size },
      different: [...names].filter((name) => all.some((hashes) => hashes.get(name) !== truth.get(name))),
      takesNotOnce: (await recordedTwice(bench.database)).length,
    };
  } finally {
    killed.killAll();
    peaceful.killAll();
    await bench.close();
  }
}

const workersIn = (args: readonly string[], folder: string, pauseMs: number): KilledWorkers =>
  new KilledWorkers(
    {
      script: join(import.meta.dirname, 'filmProcess.ts'),
      args,
      env: { NODE_COMPILE_CACHE: join(folder, 'compiled') },
      pauseMs,
    },
    WORKERS,
  );

interface Killing {
  readonly place: string;
  readonly killed: KilledWorkers;
  readonly kills: number;
}

/** Makes one film after the other until enough workers have been killed. Returns the titles. */
async function filmsWhileKilling(
  bench: QueueBench,
  made: TwoShotFilm,
  { place, killed, kills }: Killing,
): Promise<string[]> {
  const [films, random] = [[] as string[], seeded(1895)];
  let done = 0;
  const making = (async () => {
    while (films.length === 0 || done < kills)
      await makeFilm(bench, place, films[films.push(await bench.addTitle()) - 1], made);
  })();
  killed.start();
  while (done < kills) {
    if (await killed.killOne(bench.database, random)) done += 1;
    else await sleep(50);
  }
  await making;
  return films;
}

/** Has a film looked at, then planned, then rendered. */
async function makeFilm(bench: QueueBench, place: string, title: string, made: TwoShotFilm): Promise<void> {
  const { analyse, plan, render } = await orderFilm(place, title, made);
  const { database, runner } = bench;
  const whom = { ...bench.whom, title };
  await database.transaction((tx) => runner.startRun(tx, 'analyse', analyse, whom));
  await untilNothingRuns(bench);
  await database.transaction((tx) => runner.startRun(tx, 'plan', plan, whom));
  await untilNothingRuns(bench);
  await database.transaction((tx) => runner.startRun(tx, 'render', render, whom));
  await untilNothingRuns(bench);
}

async function untilNothingRuns({ database }: QueueBench): Promise<void> {
  await until(async () => (await database.manager.countBy(Runs, { state: 'running' })) === 0);
  const failed = await database.manager.findBy(Runs, [{ state: 'failed' }, { state: 'failed-in-part' }]);
  if (failed.length > 0) throw new Error(failed.map(({ reason }) => reason).join('; '));
}
