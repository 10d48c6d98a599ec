import { distance, LIP_GAPS } from '@mondwerk/face';
import { placeOf } from './mouthPoints.ts';

// Shapes here are x, y, z of `MOUTH_POINTS` in the head frame, in eye distances, y down.

const aperturePairs = LIP_GAPS.map(([upper, lower]) => [placeOf(upper), placeOf(lower)] as const);

/** How far the lips stand apart: the mean of three distances at the middle of the inner ring, in eye distances. */
export const apertureOf = (shape: Float32Array): number =>
  aperturePairs.reduce((sum, [upper, lower]) => sum + distance(shape, upper, lower), 0) /
  aperturePairs.length;

/** From the top of the upper lip to the bottom of the lower one, in eye distances. */
export const lipHeightOf = (shape: Float32Array): number => distance(shape, placeOf(0), placeOf(17));

/** From corner to corner, in eye distances. */
export const widthOf = (shape: Float32Array): number => distance(shape, placeOf(61), placeOf(291));

/** How low the chin is in the head frame, in eye distances below its origin. */
export const jawOf = (shape: Float32Array): number => shape[placeOf(152) * 3 + 1];
