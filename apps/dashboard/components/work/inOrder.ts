import type { Job } from '#lib/api/runs.ts';

/** Jobs in the order in which a film goes through them: step by step, shot by shot. */
export function inOrder(jobs: readonly Job[], stages: readonly Job['stage'][]): Job[] {
  const place = new Map(stages.map((stage, at) => [stage, at]));
  const placeOf = ({ stage }: Job): number => place.get(stage) ?? stages.length;
  return jobs.toSorted((a, b) => placeOf(a) - placeOf(b) || (a.shot ?? -1) - (b.shot ?? -1));
}
