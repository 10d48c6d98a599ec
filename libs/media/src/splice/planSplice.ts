import type { FrameSpan } from '@mondwerk/film';
import type { Borders } from './borders.ts';

/** A stretch of the finished film: copied from the film as it is, or coded anew. */
export interface SplicedSpan {
  readonly span: FrameSpan;
  readonly copied: boolean;
}

/** Frames of a copied span at least: less is not worth a border. */
const LEAST_COPY = 12;

/**
 * Parts a stretch of a film into spans that are copied and spans that are coded anew, in order. Every frame that is
 * `touched` (ascending) is coded anew, the others are copied where borders let them be.
 */
export function planSplice(
  borders: Borders,
  touched: readonly number[],
  { start, end }: FrameSpan,
): SplicedSpan[] {
  const kept = [...new Set([...touched, ...borders.unsound.map((span) => span.start)])]
    .filter((frame) => frame >= start && frame < end)
    .sort((a, b) => a - b);
  const copied = gapsBetween(kept, { start, end }).flatMap((gap) => copiedIn(gap, borders));
  const spans: SplicedSpan[] = [];
  let at = start;
  for (const span of [...copied, { start: end, end }]) {
    if (span.start > at) spans.push({ span: { start: at, end: span.start }, copied: false });
    if (span.end > span.start) spans.push({ span, copied: true });
    at = span.end;
  }
  return spans;
}

function gapsBetween(frames: readonly number[], { start, end }: FrameSpan): FrameSpan[] {
  const edges = [start - 1, ...frames, end];
  return edges.slice(1).map((next, index) => ({ start: edges[index] + 1, end: next }));
}

function copiedIn(gap: FrameSpan, { starts, ends }: Borders): FrameSpan[] {
  const start = starts[atOrAfter(starts, gap.start)] ?? gap.end;
  const end = ends[atOrAfter(ends, gap.end + 1) - 1] ?? gap.start;
  return end - start >= LEAST_COPY ? [{ start, end }] : [];
}

/** The place of the first of some ascending numbers that is not smaller. */
function atOrAfter(numbers: readonly number[], least: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
