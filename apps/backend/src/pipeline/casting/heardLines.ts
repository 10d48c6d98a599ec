import {
  framesOf,
  overlaps,
  secondsOf,
  SILENCE,
  type FilmClock,
  type Line,
  type Phone,
  type Shot,
  type TimeSpan,
} from '@mondwerk/film';
import type { HeardLine } from './spokenLine.ts';

/** A line that only grazes a shot, by less than this many seconds, is not heard in it. */
const GRAZE = 0.08;

/** Where each line is really heard, from its first sound to its last, cut at the shots. */
export const hearLines = (phones: readonly Phone[], shots: readonly Shot[], clock: FilmClock): HeardLine[] =>
  cutAtShots(soundingSpans(phones), shots, clock);

/** Where lines that nobody says would be heard, as their script has it, cut at the shots. */
export const missingLines = (lines: readonly Line[], shots: readonly Shot[], clock: FilmClock): HeardLine[] =>
  cutAtShots(new Map(lines.flatMap(({ index, span }) => (span ? [[index, span]] : []))), shots, clock).map(
    (line) => ({ ...line, silent: true }),
  );

function cutAtShots(
  spans: ReadonlyMap<number, TimeSpan>,
  shots: readonly Shot[],
  clock: FilmClock,
): HeardLine[] {
  return [...spans].flatMap(([line, span]) => {
    const frames = framesOf(clock, span);
    const pieces = shots
      .filter((shot) => overlaps(shot.frames, frames))
      .map((shot) => ({
        line,
        shot: shot.index,
        frames: {
          start: Math.max(shot.frames.start, frames.start),
          end: Math.min(shot.frames.end, frames.end),
        },
      }));
    const long = pieces.filter((piece) => secondsOf(clock, piece.frames) >= GRAZE);
    return long.length > 0 ? long : pieces;
  });
}

/** For each line, from the start of its first sound to the end of its last. */
export function soundingSpans(phones: readonly Phone[]): Map<number, TimeSpan> {
  const spans = new Map<number, TimeSpan>();
  for (const { line, ipa, span } of phones) {
    if (line < 0 || ipa === SILENCE) continue;
    spans.set(line, { start: spans.get(line)?.start ?? span.start, end: span.end });
  }
  return spans;
}
