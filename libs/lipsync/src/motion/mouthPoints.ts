import { REFINED_LIPS } from '@mondwerk/face';

/**
 * The mesh points that make a mouth's shape: outer ring (20), inner ring (20), chin. Both rings start at the right
 * corner of the mouth (the picture's left), run along the lower lip, then back over the upper lip in the same
 * direction, so that a point and the one 20 later lie next to each other.
 */
export const MOUTH_POINTS: readonly number[] = [...REFINED_LIPS.slice(0, 40), 152];

/** Numbers in one mouth shape: x, y, z of every point of `MOUTH_POINTS`. */
export const SHAPE_LENGTH = MOUTH_POINTS.length * 3;

/** Where the outer ring begins in `MOUTH_POINTS`. */
export const OUTER = 0;

/** Where the inner ring begins in `MOUTH_POINTS`. */
export const INNER = 20;

/** The chin's place in `MOUTH_POINTS`. */
export const CHIN = 40;

/** Places of a ring's points that face each other across the mouth's opening: upper lip, lower lip. */
export const FACING: readonly (readonly [upper: number, lower: number])[] = Array.from(
  { length: 9 },
  (_, column) => [11 + column, 1 + column] as const,
);

/** Where a mesh point stands in `MOUTH_POINTS`. @throws RangeError for a point that is not of the mouth. */
export function placeOf(meshPoint: number): number {
  const place = MOUTH_POINTS.indexOf(meshPoint);
  if (place < 0) throw new RangeError(`mesh point ${meshPoint} is no part of a mouth shape`);
  return place;
}
