import { middleOf, type FilmClock } from '@mondwerk/film';
import type { Peaks } from '#lib/film/index.ts';
import { xOf, type View } from './view.ts';

/** A point of a curve, in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Room in which a curve is drawn, in pixels from the top. */
export interface Band {
  readonly top: number;
  readonly height: number;
}

/** The least opening that fills a band, so that a mouth that hardly moves looks like it, in eye distances. */
const LEAST_OPENING = 0.1;

/** How much of a band stays free over the widest opening. */
const HEADROOM = 1.1;

/** The opening that fills a band: a little more than the widest of all curves. */
export function fullOpening(curves: readonly (readonly (number | null)[])[]): number {
  const widest = curves.flat().reduce<number>((most, value) => Math.max(most, value ?? 0), 0);
  return Math.max(LEAST_OPENING, widest * HEADROOM);
}

/**
 * The points of a curve that has one value a frame, from frame `first` on; where a value is missing the curve breaks and
 * goes on as another one. What lies outside the view is left out, but for the neighbours of what lies inside.
 */
export function curvePoints(
  values: readonly (number | null)[],
  first: number,
  {
    clock,
    view,
    full,
    band,
  }: {
    readonly clock: FilmClock;
    readonly view: View;
    readonly full: number;
    readonly band: Band;
  },
): Point[][] {
  const pieces: Point[][] = [];
  let open = false;
  values.forEach((value, at) => {
    const frame = first + at;
    if (value === null || frame >= clock.times.length) {
      open = false;
      return;
    }
    const x = xOf(view, middleOf(clock, frame));
    if (x < -view.width || x > 2 * view.width) {
      open = false;
      return;
    }
    if (!open) pieces.push([]);
    open = true;
    pieces[pieces.length - 1].push({ x, y: openingY(value, full, band) });
  });
  return pieces;
}

/** How high an opening lies in its band: closed lips at the bottom. */
export const openingY = (opening: number, full: number, { top, height }: Band): number =>
  top + height - (Math.min(full, Math.max(0, opening)) / full) * height;

/** The outline of a sound for each pixel of a view: how far it goes down and up, -1 to 1. */
export function soundOutline(
  { pairs, perSecond }: Peaks,
  view: View,
): { low: Float32Array; high: Float32Array } {
  const columns = Math.max(0, Math.ceil(view.width));
  const [low, high] = [new Float32Array(columns), new Float32Array(columns)];
  const last = pairs.length / 2 - 1;
  const perPixel = ((view.end - view.start) / Math.max(1, view.width)) * perSecond;
  for (let x = 0; x < columns; x++) {
    const from = view.start * perSecond + x * perPixel;
    if (from < 0 || from > last) continue;
    if (perPixel < 1) {
      // Nearer than the peaks were taken, the outline goes straight from one to the next.
      const [at, share] = [Math.floor(from), from % 1];
      const next = Math.min(last, at + 1);
      low[x] = (pairs[2 * at] * (1 - share) + pairs[2 * next] * share) / 127;
      high[x] = (pairs[2 * at + 1] * (1 - share) + pairs[2 * next + 1] * share) / 127;
      continue;
    }
    for (let at = Math.floor(from); at < Math.min(last + 1, from + perPixel); at++) {
      low[x] = Math.min(low[x], pairs[2 * at] / 127);
      high[x] = Math.max(high[x], pairs[2 * at + 1] / 127);
    }
  }
  return { low, high };
}
