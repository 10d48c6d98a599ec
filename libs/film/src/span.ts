/** Whole frames of a film, half-open: `start` is inside, `end` is not. */
export interface FrameSpan {
  readonly start: number;
  readonly end: number;
}

/** Seconds on the film's clock (first frame = 0), half-open. */
export interface TimeSpan {
  readonly start: number;
  readonly end: number;
}

/** The length of a span, in the span's own unit. */
export const lengthOf = (span: FrameSpan | TimeSpan): number => span.end - span.start;

/** Whether two half-open spans share anything. */
export const overlaps = (a: FrameSpan | TimeSpan, b: FrameSpan | TimeSpan): boolean =>
  a.start < b.end && b.start < a.end;

/** Whether a frame or an instant lies inside a half-open span. */
export const contains = (span: FrameSpan | TimeSpan, at: number): boolean =>
  at >= span.start && at < span.end;

/** The spans that hold some ascending frames; frames nearer to one another than `gap` share a span. */
export function spansOf(frames: Iterable<number>, gap: number): FrameSpan[] {
  const spans: { start: number; end: number }[] = [];
  for (const frame of frames) {
    const last = spans.at(-1);
    if (last !== undefined && frame - last.end < gap) last.end = frame + 1;
    else spans.push({ start: frame, end: frame + 1 });
  }
  return spans;
}
