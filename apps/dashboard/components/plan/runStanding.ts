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

/**
 * How much of the shots of a render is done, 0 to 1, those in hand counted as far as they are; `null` while it has none.
 */
export function shareOfRun(
  jobs: Jobs,
  inHand: readonly { readonly shot: number | null; readonly done: number; readonly total: number | null }[],
): number | null {
  const shots = shotsOfRun(jobs);
  if (shots === null) return null;
  const begun = inHand.reduce(
    (sum, { shot, done, total }) => sum + (shot !== null && total ? Math.min(1, done / total) : 0),
    0,
  );
  return Math.min(1, (shots.done + begun) / shots.all);
}
