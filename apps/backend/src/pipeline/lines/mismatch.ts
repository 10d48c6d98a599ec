import { NOTICED_GAP } from '../lipChecks.ts';
import type { MismatchReason } from './lineCodes.ts';

/** One frame in which a mouth says a line. */
export interface ComparedFrame {
  /** How far the old lips stand apart, in eye distances; `null` where that was not seen or cannot be trusted. */
  readonly seen: number | null;
  /** How far the line needs them apart. */
  readonly wanted: number;
  /** Whether a sound needs the lips closed, or a lip at the teeth, in this frame. */
  readonly meeting: boolean;
  /** From one outer corner of the eyes to the other, in heights of the picture. */
  readonly size: number;
  /** How far this mouth usually opens, in eye distances. */
  readonly range: number;
}

/** How visibly an old mouth says something else than a new line. */
export interface Mismatch {
  readonly score: number;
  readonly reason: MismatchReason;
}

/** An opening that is off by this share of what is usual for the mouth is all wrong. */
const ALL_WRONG = 1 / 3;

/** A face of this size or larger counts in full: about a head and shoulders. In heights of the picture. */
const FULL_SIZE = 0.08;

/** Under this score nothing is worth naming. */
const SLIGHT = 0.1;

/**
 * How visibly an old mouth says something else: the mean, over all frames of a line, of how wrong the opening is (0
 * where no eye notices, 1 from a third of the mouth's usual opening on, and 1 where lips that must meet do not), times
 * how large the face is. Frames without a mouth that can be compared count 0; `null` when there are no others.
 */
export function mismatchOf(frames: readonly ComparedFrame[]): Mismatch | null {
  if (frames.every(({ seen }) => seen === null)) return null;
  const sums = { 'lips-open': 0, 'too-closed': 0, 'too-open': 0 };
  for (const frame of frames) {
    const { cost, reason } = judge(frame);
    sums[reason] += cost * Math.min(1, frame.size / FULL_SIZE);
  }
  const score = Object.values(sums).reduce((sum, each) => sum + each, 0) / frames.length;
  const [[most]] = Object.entries(sums).sort((a, b) => b[1] - a[1]);
  return { score, reason: score < SLIGHT ? 'fits' : (most as MismatchReason) };
}

function judge({ seen, wanted, meeting, range }: ComparedFrame): {
  readonly cost: number;
  readonly reason: Exclude<MismatchReason, 'fits'>;
} {
  if (seen === null) return { cost: 0, reason: 'too-closed' };
  const off = Math.abs(seen - wanted);
  if (meeting && seen - wanted > NOTICED_GAP) return { cost: 1, reason: 'lips-open' };
  const allWrong = Math.max(2 * NOTICED_GAP, ALL_WRONG * range);
  const cost = Math.min(1, Math.max(0, (off - NOTICED_GAP) / (allWrong - NOTICED_GAP)));
  return { cost, reason: seen < wanted ? 'too-closed' : 'too-open' };
}
