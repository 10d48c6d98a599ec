import type { MouthCue } from '@mondwerk/film';

/** Rises from 0 to 1 between two instants without a corner. */
const rise = (time: number, from: number, to: number): number => {
  if (time <= from) return 0;
  return time >= to ? 1 : (1 - Math.cos((Math.PI * (time - from)) / (to - from))) / 2;
};

/** Seconds after speech ends in which the mouth is still on its way to rest. */
const SETTLED = 0.12;

/**
 * Seconds before speech starts in which the mouth already makes ready: GRID's speaker drops the jaw and breathes in from
 * 450 ms on. Lips part only a little before they are LAST away from speech, so that no mouth gapes in silence.
 */
const READY = 0.45;
const LAST = 0.1;

/** Speech eases in and out over at least as many frames, and at least as many seconds. */
const EASE_FRAMES = 4;
const EASE_SECONDS = 0.16;

/** In a short silence the mouth spends at most this share of it on each way. */
const MOST_OF_REST = 0.45;

/** How much each frame is at rest, 0..1: exactly 1 from 120 ms after speech ends until 450 ms before it starts. */
export const restWeights = (
  cues: readonly MouthCue[],
  times: Float64Array,
  frameLength: number,
): Float64Array => silentWeights(cues, times, frameLength, READY);

/** How much each frame's lips must stay near each other, 0..1: 1 from 120 ms after speech ends until 100 ms before it starts. */
export const quietWeights = (
  cues: readonly MouthCue[],
  times: Float64Array,
  frameLength: number,
): Float64Array => silentWeights(cues, times, frameLength, LAST);

function silentWeights(
  cues: readonly MouthCue[],
  times: Float64Array,
  frameLength: number,
  ready: number,
): Float64Array {
  const weights = new Float64Array(times.length);
  const ease = Math.max(EASE_SECONDS, EASE_FRAMES * frameLength);
  for (const { shape, span } of cues) {
    if (shape !== 'rest') continue;
    const most = MOST_OF_REST * (span.end - span.start);
    const closed = span.start + Math.min(SETTLED, most);
    const leaves = span.end - Math.min(ready, most);
    forFramesIn(times, span.start - ease, span.end + ease, (frame, time) => {
      const closing = rise(time, closed - ease, closed);
      const opening = rise(-time, -leaves - ease, -leaves);
      weights[frame] = Math.max(weights[frame], Math.min(closing, opening));
    });
  }
  return weights;
}

/**
 * How much each frame is in a cue, 0..1: 1 inside it and at the frame nearest to its middle, whatever the frame
 * rate; falling to 0 over `ramp(frame)` seconds on either side.
 */
export function cueWeights(
  cue: MouthCue,
  times: Float64Array,
  ramp: (frame: number) => number,
  visit: (frame: number, weight: number) => void,
): void {
  const nearest = nearestFrame(times, (cue.span.start + cue.span.end) / 2);
  const start = Math.min(cue.span.start, times[nearest]);
  const end = Math.max(cue.span.end, times[nearest]);
  const width = ramp(nearest);
  forFramesIn(times, start - width, end + width, (frame, time) =>
    visit(frame, Math.min(rise(time, start - width, start), rise(-time, -end - width, -end))),
  );
}

/** Whether a cue falls within the time that some frames cover. */
export const isSeen = (cue: MouthCue, times: Float64Array, frameLength: number): boolean =>
  times.length > 0 &&
  cue.span.end > times[0] - frameLength / 2 &&
  cue.span.start < times[times.length - 1] + frameLength / 2;

/** The frame whose middle is nearest to an instant. */
export function nearestFrame(times: Float64Array, instant: number): number {
  const after = firstFrom(times, instant);
  if (after === times.length) return times.length - 1;
  return after > 0 && instant - times[after - 1] < times[after] - instant ? after - 1 : after;
}

function forFramesIn(
  times: Float64Array,
  start: number,
  end: number,
  visit: (frame: number, time: number) => void,
): void {
  for (let frame = firstFrom(times, start); frame < times.length && times[frame] <= end; frame++) {
    visit(frame, times[frame]);
  }
}

function firstFrom(times: Float64Array, instant: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle] < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}
