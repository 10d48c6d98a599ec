import { follows, sameTrack, type SeenFrame } from './gallery.ts';

/** A frame of footage and how much it counts. */
export interface WeightedFrame extends SeenFrame {
  readonly weight: number;
}

/** The other run's share in the last and first frame of two runs that meet. */
const DISSOLVE = 0.35;

/** Whether showing `b` after `a` is a jump to another run; `steps` are those that are none. */
export const isJump = (a: SeenFrame, b: SeenFrame, steps: ReadonlyMap<number, number>): boolean =>
  !sameTrack(a, b) || !steps.has(b.frame - a.frame);

/**
 * What is shown in place `at` of `chosen` (indices into `sources`): the source, and next to a jump also the frame by which the
 * other run would have gone on. `steps` are those that are no jumps.
 */
export function dissolveRuns(
  chosen: readonly number[],
  at: number,
  sources: readonly SeenFrame[],
  steps: ReadonlyMap<number, number>,
): WeightedFrame[] {
  const own = chosen[at];
  const jumps = (a: number, b: number): boolean => isJump(sources[a], sources[b], steps);
  let other: number | undefined;
  if (at > 0 && jumps(chosen[at - 1], own)) other = neighbour(chosen[at - 1], 1, sources);
  else if (at + 1 < chosen.length && jumps(own, chosen[at + 1]))
    other = neighbour(chosen[at + 1], -1, sources);
  const choice = (i: number, weight: number): WeightedFrame => {
    const { footage, track, frame } = sources[i];
    return { ...(footage !== undefined && { footage }), track, frame, weight };
  };
  return other === undefined || other === own
    ? [choice(own, 1)]
    : [choice(own, 1 - DISSOLVE), choice(other, DISSOLVE)];
}

function neighbour(i: number, step: 1 | -1, sources: readonly SeenFrame[]): number {
  const [a, b] = step === 1 ? [sources[i], sources[i + 1]] : [sources[i - 1], sources[i]];
  return a !== undefined && b !== undefined && follows(a, b) ? i + step : i;
}
