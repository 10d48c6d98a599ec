import { EASE } from '@mondwerk/film';
import { isNearLimit } from './distrust.ts';

/** What is known of one frame: why it cannot be worked on, and its face where it was seen. */
export interface PassingFrame<R extends string> {
  readonly reason?: R;
  readonly entry?: {
    readonly angles: readonly [yaw: number, pitch: number, roll: number];
    readonly eyeDistance: number;
  };
}

/** What comes and goes in fewer frames than easing in and out takes never gets there, and flickers. */
const SHORTEST = 2 * EASE - 2;

/** So few frames that are blurred, turned or small are followed all the same between others that can be: easing out is worse. */
const BRIDGED = 2;
const BRIDGES: ReadonlySet<string> = new Set(['blurred', 'turned away', 'too small']);

/**
 * Why each frame of a run is passed through, so that nothing pops or flickers: a face that hovers at a limit stays passed
 * until it is clearly inside, a frame or two beyond it are bridged, and what would come only for an instant does not.
 * `asked`: reasons of people, which are heeded frame by frame.
 */
export function steadyReasons<R extends string>(
  frames: readonly PassingFrame<R>[],
  asked: ReadonlySet<R>,
): (R | undefined)[] {
  const isPicture = (reason: R | undefined): boolean => reason !== undefined && !asked.has(reason);
  const bridged = mapRuns(
    frames.map(({ reason }) => reason),
    (reason, length, before, after, start) =>
      reason !== undefined &&
      BRIDGES.has(reason) &&
      length <= BRIDGED &&
      start > 0 &&
      before === undefined &&
      after === undefined &&
      frames.slice(start, start + length).every(({ entry }) => entry !== undefined)
        ? undefined
        : reason,
  );
  const clinging = cling(cling(bridged, frames, 1), frames, -1);
  return mapRuns(clinging, (reason, length, before, after) =>
    reason === undefined && length < SHORTEST && isPicture(before) && isPicture(after) ? before : reason,
  );
}

/** Lets reasons go on, forwards or backwards, while the face is near the limit that it was beyond. */
function cling<R extends string>(
  reasons: readonly (R | undefined)[],
  frames: readonly PassingFrame<R>[],
  step: 1 | -1,
): (R | undefined)[] {
  const out = [...reasons];
  const order = [...out.keys()];
  for (const i of step === 1 ? order : order.reverse()) {
    const before = out[i - step];
    const { entry } = frames[i];
    if (out[i] !== undefined || before === undefined || entry === undefined) continue;
    if (isNearLimit(before, entry.angles, entry.eyeDistance)) out[i] = before;
  }
  return out;
}

/** Replaces runs of equal reasons; outside the ends nothing is known, which counts as a frame that can be worked on. */
function mapRuns<R>(
  reasons: readonly (R | undefined)[],
  replace: (
    reason: R | undefined,
    length: number,
    before: R | undefined,
    after: R | undefined,
    start: number,
  ) => R | undefined,
): (R | undefined)[] {
  const out: (R | undefined)[] = [];
  while (out.length < reasons.length) {
    const start = out.length;
    let end = start;
    while (end < reasons.length && reasons[end] === reasons[start]) end++;
    const now = replace(reasons[start], end - start, reasons[start - 1], reasons[end], start);
    for (let i = start; i < end; i++) out.push(now);
  }
  return out;
}
