import { frameAt, type FilmClock, type FrameSpan, type TimeSpan } from '@mondwerk/film';

/** A stretch of playing: from where in the film, since when, how fast, and round and round what. */
export interface PlayRun {
  /** Seconds on the film's clock. */
  readonly from: number;
  /** The instant at which it is there, in seconds of the clock that drives it. */
  readonly at: number;
  /** 1 as filmed; negative: backwards. */
  readonly speed: number;
  readonly loop: TimeSpan | null;
  /** Seconds of the film. */
  readonly end: number;
}

/** Where in the film a run is at an instant, in seconds; whether it has run out of the film. */
export function positionAt(
  { from, at, speed, loop, end }: PlayRun,
  now: number,
): { seconds: number; over: boolean } {
  const seconds = from + Math.max(0, now - at) * speed;
  if (loop === null) {
    return { seconds: Math.min(end, Math.max(0, seconds)), over: seconds >= end || seconds < 0 };
  }
  if (seconds >= loop.start && seconds < loop.end) return { seconds, over: false };
  const length = loop.end - loop.start;
  return { seconds: loop.start + ((((seconds - loop.start) % length) + length) % length), over: false };
}

/** The frame that a run shows at an instant. */
export const frameOfRun = (clock: FilmClock, run: PlayRun, now: number): number =>
  frameAt(clock, positionAt(run, now).seconds);

/** A piece of the film that is heard without a break, and the instant at which it begins. */
export interface HeardPiece extends TimeSpan {
  readonly at: number;
}

/** The pieces of the film that a run forwards comes through, one after the other; without end where it loops. */
export function* heardPieces({ from, at, speed, loop, end }: PlayRun): Generator<HeardPiece> {
  const first = { start: from, end: loop?.end ?? end, at };
  yield first;
  if (loop === null) return;
  for (let next = at + (first.end - from) / speed; ; next += (loop.end - loop.start) / speed) {
    yield { ...loop, at: next };
  }
}

/** The time of a span of frames. */
export const timeOf = ({ times, end }: FilmClock, span: FrameSpan): TimeSpan => ({
  start: times[span.start],
  end: times[span.end] ?? end,
});
