import type { Line } from '@mondwerk/film';
import type { LineAlignment } from '@mondwerk/speech';
import type { LineProblem } from './lineCodes.ts';

/** A line that is heard further from its time in the script than this many seconds is off its time. */
const OFF_TIME = 0.5;

/** What is known of a line besides its alignment. */
export interface LineCircumstances {
  readonly lateBy: number | null;
  /** Whether another line is said at the same time in the same sound. */
  readonly mixed: boolean;
}

/** What a person should know of how a line fits its voice, the worst of it; `null` where it fits. */
export function problemOf(
  found: LineAlignment,
  { lateBy: late, mixed }: LineCircumstances,
): LineProblem | null {
  if (!isHeard(found)) return 'not-heard';
  if (mixed) return 'overlaps';
  return found.problem ?? (isOffTime(late) ? 'off-time' : null);
}

const isOffTime = (late: number | null): boolean => late !== null && Math.abs(late) > OFF_TIME;

/** Seconds by which a line begins later than its script says, negative: earlier; `null` where either is not known. */
export const lateBy = (line: Line | undefined, found: LineAlignment): number | null =>
  line?.span === undefined || !isHeard(found) ? null : found.span.start - line.span.start;

const isHeard = ({ problem }: LineAlignment): boolean => problem !== 'not-heard';
