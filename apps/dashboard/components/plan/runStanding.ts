import type { Run } from '#lib/api/runs.ts';

type Jobs = Run['jobs'];

/** How a render stands: one that goes on but is in no worker's hands waits. */
export const standingOf = ({ state, jobs }: Pick<Run, 'state' | 'jobs'>): Run['state'] | 'waiting' =>
  state === 'running' && jobs.running === 0 ? 'waiting' : state;

/** Beside those of its shots a render has a job that gathers the sources before and one that inspects the lips after. */
const OTHERS = 2;

/** How many shots of a render are done, of how many; `null` while it gathers its sources and has no jobs of shots. */
export function shotsOfRun({ all, done }: Jobs): { readonly done: number; readonly all: number } | null {
  const shots = all - OTHERS;
  return shots <= 0 ? null : { all: shots, done: Math.max(0, Math.min(shots, done - 1)) };
}

/** How much of a render is done, 0 to 1, its jobs in hand counted as far as they are. */
export function shareOfRun(
  { all, done }: Jobs,
  inHand: readonly { readonly done: number; readonly total: number | null }[],
): number {
  const begun = inHand.reduce((sum, job) => sum + (job.total ? Math.min(1, job.done / job.total) : 0), 0);
  return Math.min(1, (done + begun) / all);
}
