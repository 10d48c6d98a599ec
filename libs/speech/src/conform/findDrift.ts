import type { Line } from '@mondwerk/film';
import type { LineAlignment } from '../align/judgeLines.ts';

/** A voice that runs steadily away from its script: second t of the script is heard at t − slope × t. */
export interface Drift {
  /** Seconds that are lost in each second of the film; negative when the voice runs behind. */
  readonly slope: number;
  /** Seconds by which the voice is early at the film's end; negative when it is late. */
  readonly atEnd: number;
  /** Median distance of the lines from the straight line, in seconds. */
  readonly residual: number;
  /** How many lines it was found from. */
  readonly lines: number;
}

/** How long voice and film last, in seconds. */
export interface Lengths {
  readonly voice: number;
  readonly film: number;
}

/** When a drift is believed: so many sure lines, so much change, lines so near to it, and a length that it explains. */
const believed = { lines: 6, confidence: 0.6, change: 0.15, residual: 0.06, seconds: 0.3, share: 0.3 };

interface Lateness {
  readonly time: number;
  readonly early: number;
}

/**
 * Looks whether a voice drifts from its script: a straight line is laid through how early each line is heard (Theil
 * 1950, Sen 1968: the median of all slopes). A script that is early or late by the same time everywhere is no drift.
 * @param reach - seconds from its script time within which the aligner can find a line; what may be further is left out
 */
export function findDrift(
  lines: readonly Line[],
  alignments: readonly LineAlignment[],
  { voice, film }: Lengths,
  reach = Infinity,
): Drift | undefined {
  // The lengths tell where a drift would have carried the lines out of reach.
  const until = (reach * film) / Math.abs(film - voice);
  const early = earliness(lines, alignments).filter(
    (each) => Math.abs(each.early) < reach && !(each.time > until),
  );
  if (early.length < believed.lines) return undefined;
  const slope = medianSlope(early);
  const offsets = early.map((each) => each.early - slope * each.time);
  const offset = median(offsets);
  const residual = median(offsets.map((each) => Math.abs(each - offset)));
  const atEnd = slope * film;
  const unexplained = Math.abs(film - voice - atEnd);
  const doubtful =
    Math.abs(atEnd) < believed.change ||
    residual > believed.residual ||
    unexplained > Math.max(believed.seconds, believed.share * Math.abs(atEnd)) ||
    atEnd * (film - voice) <= 0;
  return doubtful ? undefined : { slope, atEnd, residual, lines: early.length };
}

function earliness(lines: readonly Line[], alignments: readonly LineAlignment[]): Lateness[] {
  const heard = new Map(alignments.map((alignment) => [alignment.line, alignment]));
  return lines.flatMap(({ index, span }) => {
    const found = heard.get(index);
    if (!span || !found?.fits || found.confidence < believed.confidence) return [];
    return [{ time: span.start, early: span.start - found.span.start }];
  });
}

/** So many lines are paired at most, spread over the film: all pairs of a long film are too many. */
const MOST_LINES = 600;

function medianSlope(points: readonly Lateness[]): number {
  const step = Math.max(1, points.length / MOST_LINES);
  const some = Array.from(
    { length: Math.floor(points.length / step) },
    (_, at) => points[Math.floor(at * step)],
  );
  return median(
    some.flatMap((a, at) =>
      some
        .slice(at + 1)
        .filter((b) => b.time !== a.time)
        .map((b) => (b.early - a.early) / (b.time - a.time)),
    ),
  );
}

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}
