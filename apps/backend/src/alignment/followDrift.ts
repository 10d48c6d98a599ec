import type { Line } from '@mondwerk/film';
import type { LineAlignment } from '@mondwerk/speech';

/** Lines that were found further from their script times than this, in seconds, were not looked for there. */
const REACH = 0.4;

/** A drift is only suspected from so many lines, and where it comes to so many seconds at the voice's end. */
const LEAST = { lines: 6, seconds: 0.15 } as const;

/** So many lines are paired at most, spread over the voice. */
const MOST_LINES = 200;

/**
 * How long the film would be that a voice is for, if it drifts from its script as the lines near its beginning do;
 * `undefined` where they do not. `voiceSeconds` is how long the voice is. Nobody who aligns a voice need have the film.
 */
export function suspectedLength(
  lines: readonly Line[],
  found: readonly LineAlignment[],
  voiceSeconds: number,
): number | undefined {
  const heard = new Map(found.map((each) => [each.line, each]));
  const points = lines.flatMap(({ index, span }) => {
    const own = heard.get(index);
    const early = span && own?.fits ? span.start - own.span.start : Infinity;
    return Math.abs(early) < REACH ? [{ time: span!.start, early }] : [];
  });
  if (points.length < LEAST.lines) return undefined;
  const slope = medianSlope(points);
  return Math.abs(slope * voiceSeconds) < LEAST.seconds ? undefined : voiceSeconds / (1 - slope);
}

interface Point {
  readonly time: number;
  readonly early: number;
}

function medianSlope(points: readonly Point[]): number {
  const every = Math.ceil(points.length / MOST_LINES);
  const some = points.filter((_, at) => at % every === 0);
  const slopes = some.flatMap((a, at) =>
    some.slice(at + 1).flatMap((b) => (b.time > a.time ? [(b.early - a.early) / (b.time - a.time)] : [])),
  );
  return slopes.sort((a, b) => a - b)[slopes.length >> 1] ?? 0;
}
