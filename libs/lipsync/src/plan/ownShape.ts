import { quantile } from '@mondwerk/film';
import { LIP_GAPS, smoothRows } from '@mondwerk/face';
import { mouthAt, type MouthSpace } from '../atlas/mouthSpace.ts';
import { MOUTH_POINTS } from '../motion/index.ts';

/** How far a planned mouth takes on the shape of its source; what is left is warped. */
const OWN = 0.8;

/** Frames over which it does, so that nothing jumps where one run of sources meets another. */
const OVER = 1;

/** Of the frames that were seen: beyond their opening landmarks may be wrong. */
const WIDEST_SHARE = 0.995;

/** How a performer's mouth opens, in coordinates of its space. */
export interface Opening {
  /** By how much a step along each coordinate opens it, in eye distances. */
  readonly gradient: Float32Array;
  /** The way it usually goes when it opens by one eye distance. */
  readonly way: Float32Array;
  /** How far it was seen to open along the gradient, but for a few frames in a thousand. */
  readonly widest: number;
}

/** Learns from the mouths that were seen how this one opens: the slope of each coordinate over the opening. */
export function learnOpening(space: MouthSpace, seen: readonly Float32Array[]): Opening {
  const { count } = space.components;
  const heightAt = (coordinates: ArrayLike<number>): number => heightOf(mouthAt(space, coordinates));
  const closed = heightAt(new Float32Array(count));
  const unit = (k: number): Float32Array => Float32Array.from({ length: count }, (_, i) => (i === k ? 1 : 0));
  const gradient = Float32Array.from({ length: count }, (_, k) => heightAt(unit(k)) - closed);
  const heights = seen.map((row) => along(row, gradient));
  const usual = heights.reduce((sum, height) => sum + height, 0) / Math.max(1, heights.length);
  const spread = heights.reduce((sum, height) => sum + (height - usual) ** 2, 0);
  const slope = (k: number): number =>
    seen.reduce((sum, row, i) => sum + row[k] * (heights[i] - usual), 0) / Math.max(spread, 1e-9);
  return {
    gradient,
    way: Float32Array.from({ length: count }, (_, k) => slope(k)),
    widest: quantile(heights, WIDEST_SHARE),
  };
}

/**
 * Draws planned mouths towards the shapes that their sources have anyway, all but how far they are open: lips keep their
 * thickness and width, and a warp has less to do. No mouth opens further than it was seen to: what is behind shut lips is not
 * made up. Rows are coordinates, one a frame; `frames` are their numbers.
 */
export function takeOwnShapes(
  wanted: readonly Float32Array[],
  sources: readonly Float32Array[],
  frames: readonly number[],
  { gradient, way, widest }: Opening,
): Float32Array[] {
  const apart = wanted.map((row, i) => row.map((value, k) => OWN * (sources[i][k] - value)));
  return smoothRows(apart, frames, OVER).map((shift, i) => {
    const beyond = Math.max(0, along(wanted[i], gradient) - widest);
    const opened = along(shift, gradient) + beyond;
    return wanted[i].map((value, k) => value + shift[k] - opened * way[k]);
  });
}

const gaps = LIP_GAPS.map(([upper, lower]) => [MOUTH_POINTS.indexOf(upper), MOUTH_POINTS.indexOf(lower)]);

/** How far the lower lip lies under the upper one in the middle; linear in the points, unlike an aperture. */
const heightOf = (mouth: Float32Array): number =>
  gaps.reduce((sum, [upper, lower]) => sum + mouth[3 * lower + 1] - mouth[3 * upper + 1], 0) / gaps.length;

const along = (row: ArrayLike<number>, direction: Float32Array): number =>
  direction.reduce((sum, value, k) => sum + value * row[k], 0);
