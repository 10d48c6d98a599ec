import type { JobNews } from '#lib/api/live.ts';
import type { Run, RunState } from '#lib/api/runs.ts';

/** How a run stands: one that goes on but is in no worker's hands waits. */
export type RunStanding = RunState | 'waiting';

/** How a run stands. */
export const runStanding = ({ state, jobs }: Pick<Run, 'state' | 'jobs'>): RunStanding =>
  state === 'running' && jobs.running === 0 ? 'waiting' : state;

/** How much of a run is done, 0 to 1, its jobs in hand counted as far as they are; `null` before it has any. */
export function shareOfRun({ jobs }: Pick<Run, 'jobs'>, inHand: readonly JobNews[]): number | null {
  if (jobs.all === 0) return null;
  const begun = inHand.reduce((sum, { done, total }) => sum + (total ? Math.min(1, done / total) : 0), 0);
  return Math.min(1, (jobs.done + begun) / jobs.all);
}

/** Runs in the order in which they are worked on: the most urgent first, then the oldest. */
export const inTurn = (runs: readonly Run[]): Run[] =>
  runs.toSorted((a, b) => b.priority - a.priority || a.madeAt.localeCompare(b.madeAt));
