import { shotsOf, type OutcomesSoFar } from '../pipeline/fanOut.ts';
import { SENTENCES, type Stage, type StageName } from '../pipeline/stages.ts';
import type { JobQueue } from './jobQueue.ts';
import type { JobState, RunMove } from './jobStates.ts';
import { enqueueJobs, makeJobs } from './makeJobs.ts';
import { rows, type Sql } from './rows.ts';
import type { RunRow } from './tables.ts';

/**
 * Lets every stage of a running run start for which all before it has ended. Returns how the run ends when nothing is
 * left that could go on, otherwise `undefined`. The caller holds the run's row.
 */
export async function advance(tx: Sql, queue: JobQueue, run: RunRow): Promise<RunMove | undefined> {
  const tallies = await tally(tx, run.id);
  const complete = new Set<string>();
  let active = countOf(tallies, 'queued', 'running');
  for (const [stage, { after, each, on }] of stagesOf(run)) {
    if (!after.every((before) => complete.has(before))) continue;
    const mine = tallies.filter((line) => line.stage === stage);
    if (mine.length === 0 && each === 'shot') {
      const shots = shotsOf(run.act, stage as never, run.order as never, await outcomesOf(tx, run.id));
      const jobs = shots.map((shot) => ({ stage, shot, capability: on }));
      await enqueueJobs(tx, queue, await makeJobs(tx, run, jobs));
      active += shots.length;
      if (shots.length === 0) complete.add(stage);
    } else if (countOf(mine, 'done') === countOf(mine)) complete.add(stage);
    else if (countOf(mine, 'waiting') > 0) active += await enqueueWaiting(tx, queue, run.id, stage);
  }
  return active > 0 ? undefined : endOf(run, tallies, complete);
}

/** The stages of a run's act, in an order in which none comes before what it needs. */
export const stagesOf = (run: Pick<RunRow, 'act'>): readonly (readonly [StageName, Stage])[] =>
  Object.entries<Stage>(SENTENCES[run.act]) as [StageName, Stage][];

interface Tally {
  readonly stage: StageName;
  readonly state: JobState;
  readonly count: number;
}

const tally = (tx: Sql, run: string): Promise<Tally[]> =>
  rows<Tally>(tx, 'select stage, state, count(*)::integer as count from jobs where run = $1 group by 1, 2', [
    run,
  ]);

/** How many jobs there are in some states, or in any. */
const countOf = (tallies: readonly Tally[], ...states: readonly JobState[]): number =>
  tallies
    .filter(({ state }) => states.length === 0 || states.includes(state))
    .reduce((sum, { count }) => sum + count, 0);

async function outcomesOf(tx: Sql, run: string): Promise<OutcomesSoFar> {
  const told = await rows<{ readonly stage: StageName; readonly outcome: object }>(
    tx,
    `select stage, outcome from jobs where run = $1 and shot is null and state = 'done'`,
    [run],
  );
  return Object.fromEntries(told.map(({ stage, outcome }) => [stage, outcome])) as OutcomesSoFar;
}

async function enqueueWaiting(tx: Sql, queue: JobQueue, run: string, stage: StageName): Promise<number> {
  const waiting = await rows<{ readonly id: string }>(
    tx,
    `select id from jobs where run = $1 and stage = $2 and state = 'waiting'`,
    [run, stage],
  );
  await enqueueJobs(
    tx,
    queue,
    waiting.map(({ id }) => id),
  );
  return waiting.length;
}

function endOf(run: RunRow, tallies: readonly Tally[], complete: ReadonlySet<string>): RunMove {
  if (stagesOf(run).every(([stage]) => complete.has(stage))) return 'finish';
  const inPart = tallies.some(
    ({ stage, state }) =>
      state === 'failed' && tallies.some((other) => other.stage === stage && other.state === 'done'),
  );
  return inPart ? 'fail-in-part' : 'fail';
}
