import type { AtlasEntry } from '../atlas/buildAtlas.ts';
import { isNearLimit, type PassReason } from '../atlas/trust.ts';
import { EASE } from './easing.ts';

/** What is known of one frame: why it cannot be re-performed, and its face where it was seen. */
export interface PassingFrame {
  readonly reason?: PassReason;
  readonly entry?: Pick<AtlasEntry, 'angles' | 'eyeDistance'>;
}

/** A mouth that comes and goes in fewer frames than easing in and out takes never gets there, and is a flicker. */
const SHORTEST = 2 * EASE - 2;

/** So few frames that are blurred, turned or small are followed all the same between others that can be: easing out is worse. */
const BRIDGED = 2;
const BRIDGES: ReadonlySet<PassReason> = new Set(['blurred', 'turned away', 'too small']);

/** Reasons of people, which are heeded frame by frame. */
const ASKED: ReadonlySet<PassReason> = new Set(['left as asked', 'fits already']);

/**
 * Why each frame of a run is passed through, so that nothing pops or flickers: a face that hovers at a limit stays passed
 * until it is clearly inside, a frame or two beyond it are bridged, and what would come only for an instant does not.
 */
export function steadyReasons(frames: readonly PassingFrame[]): (PassReason | undefined)[] {
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

const isPicture = (reason: PassReason | undefined): boolean => reason !== undefined && !ASKED.has(reason);

/** Lets reasons go on, forwards or backwards, while the face is near the limit that it was beyond. */
function cling(
  reasons: readonly (PassReason | undefined)[],
  frames: readonly PassingFrame[],
  step: 1 | -1,
): (PassReason | undefined)[] {
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

/** Replaces runs of equal reasons; outside the ends nothing is known, which counts as a frame that can be re-performed. */
function mapRuns(
  reasons: readonly (PassReason | undefined)[],
  replace: (
    reason: PassReason | undefined,
    length: number,
    before: PassReason | undefined,
    after: PassReason | undefined,
    start: number,
  ) => PassReason | undefined,
): (PassReason | undefined)[] {
  const out: (PassReason | undefined)[] = [];
  while (out.length < reasons.length) {
    const start = out.length;
    let end = start;
    while (end < reasons.length && reasons[end] === reasons[start]) end++;
    const now = replace(reasons[start], end - start, reasons[start - 1], reasons[end], start);
    for (let i = start; i < end; i++) out.push(now);
  }
  return out;
}
