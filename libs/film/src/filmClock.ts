import type { FrameSpan, TimeSpan } from './span.ts';

/**
 * When each frame of a film is shown: `times[i]` seconds after the first frame, ascending, plus the instant at
 * which the last frame ends. Made from the container's timestamps, so variable frame rates are exact.
 */
export interface FilmClock {
  readonly times: Float64Array;
  readonly end: number;
}

/** The frame that is on the screen at an instant; the first or last frame outside the film. */
export function frameAt(clock: FilmClock, seconds: number): number {
  let low = 0;
  let high = clock.times.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (clock.times[middle] <= seconds) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The instant in the middle of a frame's time on the screen, where a mouth shape is wanted. */
export const middleOf = (clock: FilmClock, frame: number): number =>
  (clock.times[frame] + endOf(clock, frame)) / 2;

/** The instant at which a frame leaves the screen. */
export const endOf = (clock: FilmClock, frame: number): number => clock.times[frame + 1] ?? clock.end;

/** How many seconds a span of frames is on the screen. */
export const secondsOf = (clock: FilmClock, { start, end }: FrameSpan): number =>
  (clock.times[end] ?? clock.end) - clock.times[start];

/** The smallest span of frames that shows everything of a time span that lies inside the film. */
export function framesOf(clock: FilmClock, span: TimeSpan): FrameSpan {
  if (span.end <= 0 || span.start >= clock.end || span.end <= span.start) return { start: 0, end: 0 };
  const start = frameAt(clock, span.start);
  const last = frameAt(clock, span.end);
  return { start, end: clock.times[last] < span.end ? last + 1 : last };
}
