import type { FrameSpan } from '@mondwerk/film';

/** The fewest spans that hold exactly these frames, ascending. */
export function spansOf(frames: readonly number[]): FrameSpan[] {
  const spans: FrameSpan[] = [];
  for (const frame of [...frames].sort((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last !== undefined && frame < last.end) continue;
    if (last !== undefined && frame === last.end)
      spans[spans.length - 1] = { start: last.start, end: frame + 1 };
    else spans.push({ start: frame, end: frame + 1 });
  }
  return spans;
}
