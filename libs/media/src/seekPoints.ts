import type { Film } from './film.ts';

/** ffmpeg aims this much earlier in containers that are indexed by decoding time (3/23 s), to be safe. */
const FFMPEG_MARGIN = 0.14;

/**
 * Where to begin decoding for a frame, best first: seconds on the container's clock, and at last `undefined`, the
 * film's beginning. The first is the key frame before it; an earlier one is for containers that seek inexactly.
 */
export function* seekPoints(film: Film, frame: number): Generator<number | undefined> {
  const before = film.keyFrames.filter((key) => key <= frame);
  const latest = before.at(-1) ?? 0;
  if (latest > 0) {
    const next = film.keyFrames.find((key) => key > latest) ?? film.pts.length - 1;
    const roomy = secondsOf(film, next) - secondsOf(film, latest) > 1;
    yield secondsOf(film, latest) + (roomy ? FFMPEG_MARGIN : 0);
    const earlier = before.at(-4) ?? 0;
    if (earlier > 0) yield secondsOf(film, earlier);
  }
  yield undefined;
}

const secondsOf = (film: Film, frame: number): number =>
  (film.pts[frame] * film.timeBase.num) / film.timeBase.den;
