/** The piece of a film that a timeline shows. */
export interface TimelineView {
  /** The frame at the left edge, with a fraction. */
  readonly start: number;
  /** Frames in a pixel. */
  readonly perPixel: number;
  /** Pixels. */
  readonly width: number;
  /** Frames in the film. */
  readonly count: number;
}

/** How many pixels one frame may take at most. */
const WIDEST_FRAME = 240;

/** The whole film. */
export const wholeFilm = (count: number, width: number): TimelineView =>
  within({ start: 0, perPixel: count / Math.max(1, width), width, count });

/** Where a frame begins, in pixels from the left edge. */
export const xOf = ({ start, perPixel }: TimelineView, frame: number): number => (frame - start) / perPixel;

/** The place in the film under a pixel, in frames with a fraction. */
export const placeAt = ({ start, perPixel }: TimelineView, x: number): number => start + x * perPixel;

/** The frame under a pixel. */
export const frameUnder = (view: TimelineView, x: number): number =>
  Math.max(0, Math.min(view.count - 1, Math.floor(placeAt(view, x))));

/** Nearer (`factor` above 1) or farther, while the place under a pixel stays where it is. */
export function zoomed(view: TimelineView, factor: number, x: number): TimelineView {
  const perPixel = inReach(view, view.perPixel / factor);
  return within({ ...view, perPixel, start: placeAt(view, x) - x * perPixel });
}

/** The same stretch, some pixels further on. */
export const scrolled = (view: TimelineView, pixels: number): TimelineView =>
  within({ ...view, start: view.start + pixels * view.perPixel });

/** As near as a span of frames fits, with a little of what lies around it. */
export function showing(view: TimelineView, start: number, end: number): TimelineView {
  const around = (end - start) * 0.05;
  const perPixel = inReach(view, (end - start + 2 * around) / view.width);
  return within({ ...view, perPixel, start: (start + end) / 2 - (perPixel * view.width) / 2 });
}

/** The same view where a frame is in it already; else a page on, so that it is near the left edge. */
export function following(view: TimelineView, frame: number): TimelineView {
  const x = xOf(view, frame);
  if (x >= 0 && x <= view.width - Math.min(view.width, 1 / view.perPixel)) return view;
  return within({ ...view, start: frame - view.width * 0.1 * view.perPixel });
}

/** The same piece of the film in another width, or of a film that has grown. */
export function resized(view: TimelineView, width: number, count: number): TimelineView {
  const whole = view.width <= 1 || view.perPixel * view.width >= view.count;
  if (whole) return wholeFilm(count, width);
  return within({ ...view, width, count, perPixel: inReach({ ...view, width, count }, view.perPixel) });
}

function inReach({ count, width }: TimelineView, perPixel: number): number {
  const farthest = count / Math.max(1, width);
  return Math.min(farthest, Math.max(Math.min(1 / WIDEST_FRAME, farthest), perPixel));
}

const within = (view: TimelineView): TimelineView => ({
  ...view,
  start: Math.max(0, Math.min(view.count - view.width * view.perPixel, view.start)),
});
