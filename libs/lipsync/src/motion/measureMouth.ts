import { quantile } from '@mondwerk/film';
import { apertureOf, widthOf } from './measures.ts';
import { shapeAt, type MouthMotion } from './mouthMotion.ts';
import type { MouthMeasures } from './motionPrior.ts';

/** The share of speaking frames that stay under the measured opening. */
const OPENING_QUANTILE = 0.95;

/** Measures a mouth for `scaleTo` from frames in which its owner speaks. */
export function measureMouth(speaking: MouthMotion, rest: Float32Array): MouthMeasures {
  const closed = apertureOf(rest);
  const openings = Array.from(
    { length: speaking.frames },
    (_, frame) => apertureOf(shapeAt(speaking, frame, rest)) - closed,
  );
  return { restWidth: widthOf(rest), opening: quantile(openings, OPENING_QUANTILE) };
}
