import type { ColourTags, FaceObservation, Picture } from '@mondwerk/film';

import type { FaceFinder } from '../finder.ts';
import { frontality } from '../frontality.ts';
import { eyeDistance } from '../measure.ts';
import { regionOf, scaled } from '../region.ts';
import { runOn } from '../sampling/runOn.ts';

/** The identity network wants 1.3 × the mesh where the mesh networks want 1.5 ×. */
const TIGHTER = 0.87;

/** Describes whose face it is: a unit vector of 1024 numbers, compared by cosine. */
export async function identify(
  { identity }: FaceFinder,
  picture: Picture,
  colour: ColourTags,
  points: Float32Array,
): Promise<Float32Array> {
  const region = scaled(regionOf(points), TIGHTER);
  const [descriptor] = Object.values(await runOn(identity, picture, colour, region, ['global_pooling/Mean']));
  return unitVector(descriptor);
}

/** How well an observation shows who it is: large, frontal and sharp. */
export const clarity = ({ points, look, confidence }: FaceObservation): number =>
  confidence * frontality(points) ** 2 * Math.sqrt(eyeDistance(points)) * Math.log1p(look.sharpness);

/** A vector of length 1 in the same direction; zeros stay zeros. */
export function unitVector(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0)) || 1;
  return vector.map((value) => value / length);
}

/** Cosine of two unit vectors. */
export function likeness(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let axis = 0; axis < a.length; axis++) sum += a[axis] * b[axis];
  return sum;
}
