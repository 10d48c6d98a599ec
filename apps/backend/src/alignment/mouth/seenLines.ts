import { MISMATCHES } from '../../pipeline/lines/lineCodes.ts';
import type { LineMouth } from '../../pipeline/lines/lineMouth.ts';
import type { PlannedLine } from '../../pipeline/lines/describeLine.ts';

/** A mouth of the film that says a line, in the frames of one shot. Openings stand one a frame, in eye distances. */
export interface SeenMouth {
  readonly performer: string;
  readonly shot: number;
  /** Frames of the film, half-open. */
  readonly frames: readonly [start: number, end: number];
  /** How far the line needs the lips apart, for this performer. */
  readonly wanted: readonly number[];
  /** How far they are apart in the film; `null` where the mouth was not seen or cannot be trusted. */
  readonly seen: readonly (number | null)[];
}

/** A line and what the mouths of the film do while it is said. */
export interface SeenLine {
  readonly index: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly fits: boolean;
  /** How visibly the old mouth says something else, 0 to 1; `null` where none was seen. */
  readonly mismatch: number | null;
  /** What shows most of it, in words. */
  readonly reason: string | null;
  readonly mouths: readonly SeenMouth[];
}

/** Sums up what is known of a line of a planned dub. */
export const seenLine = (
  { line, span, fits, mismatch, mismatchReason }: Omit<PlannedLine, 'bytes'>,
  { text, mouths }: LineMouth,
): SeenLine => ({
  ...{ index: line, text, start: span.start, end: span.end, fits, mismatch },
  reason: mismatchReason && MISMATCHES[mismatchReason],
  mouths: mouths.map(({ performer, shot, start, end, wanted, seen }) => ({
    ...{ performer, shot, frames: [start, end] as const, wanted, seen },
  })),
});
