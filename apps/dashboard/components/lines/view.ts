import type { TimeSpan } from '@mondwerk/film';

/** What of the film's time is on the screen, and how wide. */
export interface View extends TimeSpan {
  /** In pixels. */
  readonly width: number;
}

/** No more of the time than this is drawn over the whole width, in seconds. */
const NEAREST = 0.2;

/** Seconds before and after a line that are shown with it. */
export const AROUND = 0.35;

/** The view that shows all of a line and a little around it. */
export const fitTo = (line: TimeSpan, width: number): View => ({
  ...boundsOf(line),
  width,
});

/** How far a view of a line may go. */
export const boundsOf = ({ start, end }: TimeSpan): TimeSpan => ({
  start: Math.max(0, start - AROUND),
  end: Math.max(end, start + NEAREST) + AROUND,
});

/** Where an instant lies, in pixels from the left. */
export const xOf = ({ start, end, width }: View, time: number): number =>
  ((time - start) / (end - start)) * width;

/** The instant under a pixel. */
export const timeAt = ({ start, end, width }: View, x: number): number =>
  start + (x / Math.max(1, width)) * (end - start);

/** Brings what lies at an instant nearer by a factor, within bounds; below 1 away. */
export function zoomed(view: View, factor: number, around: number, bounds: TimeSpan): View {
  const whole = bounds.end - bounds.start;
  const shown = Math.min(whole, Math.max(NEAREST, (view.end - view.start) / factor));
  const share = (around - view.start) / (view.end - view.start);
  return placed(view, around - share * shown, shown, bounds);
}

/** Moves a view by seconds, within bounds. */
export const moved = (view: View, seconds: number, bounds: TimeSpan): View =>
  placed(view, view.start + seconds, view.end - view.start, bounds);

/** A view in which an instant is to be seen; the same where it already is. */
export function withInView(view: View, span: TimeSpan, bounds: TimeSpan): View {
  if (span.start >= view.start && span.end <= view.end) return view;
  const shown = view.end - view.start;
  return placed(view, (span.start + span.end) / 2 - shown / 2, shown, bounds);
}

function placed({ width }: View, start: number, shown: number, bounds: TimeSpan): View {
  const from = Math.min(Math.max(start, bounds.start), bounds.end - shown);
  return { start: from, end: from + shown, width };
}

/** Steps between ticks, in seconds. */
const STEPS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60];

/** Pixels that a tick needs with its label. */
const TICK = 64;

/** The instants that a ruler names. */
export function ticksOf({ start, end, width }: View): {
  readonly step: number;
  readonly at: readonly number[];
} {
  const least = ((end - start) / Math.max(1, width)) * TICK;
  const step = STEPS.find((each) => each >= least) ?? STEPS[STEPS.length - 1];
  const first = Math.ceil(start / step - 1e-9);
  const count = Math.max(0, Math.floor(end / step + 1e-9) - first + 1);
  return { step, at: Array.from({ length: count }, (_, at) => (first + at) * step) };
}
