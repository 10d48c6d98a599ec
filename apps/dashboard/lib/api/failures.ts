import type { Job } from './runs.ts';

/** Jobs that failed in the same way. */
export interface Failure {
  readonly stage: Job['stage'];
  readonly reason: string | null;
  readonly hint: string | null;
  /** The numbers of their shots, in order; none where the stage works on the film as a whole. */
  readonly shots: readonly number[];
}

/** What failed among jobs, so that what went wrong a hundred times is told once. */
export function failuresOf(jobs: readonly Job[]): Failure[] {
  const failed = jobs.filter(({ state }) => state === 'failed');
  const alike = Map.groupBy(failed, ({ stage, reason, hint }) => JSON.stringify([stage, reason, hint]));
  return [...alike.values()].map((same) => {
    const [{ stage, reason, hint }] = same;
    const shots = same.flatMap(({ shot }) => shot ?? []).toSorted((a, b) => a - b);
    return { stage, reason, hint, shots };
  });
}

/** Ascending numbers as people write them: 4, 7–9. */
export function rangesOf(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
