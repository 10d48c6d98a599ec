import { joinFloats, type Phone } from '@mondwerk/film';
import { INPUTS, measureStandards, regressionInputs } from './hiddenUnits.ts';
import { solveRidge, sumExamples } from './leastSquares.ts';
import { COMPONENTS, componentsOf, DEPTH_WEIGHT, projectOnAxes, ridgePenalties } from './motionPrior.ts';
import type { MotionPrior, MouthMeasures } from './motionPrior.ts';
import type { MouthMotion } from './mouthMotion.ts';
import { SHAPE_LENGTH } from './mouthPoints.ts';
import { phoneWindows } from './phoneWindow.ts';
import { principalAxes } from './principalAxes.ts';

/** Speech whose mouth motion was measured: `times` are the frames' middles on the phones' clock, ascending. */
export interface MotionExample {
  readonly phones: readonly Phone[];
  readonly times: Float64Array;
  readonly motion: MouthMotion;
}

/** A component is never made livelier than this, however badly it was predicted. */
const MOST_GAIN = 1.2;

/**
 * Learns how speech moves a mouth: ridge regression from articulatory windows to principal components of the
 * displacement from rest, then each component brought back to the range it has in the examples.
 */
export function fitPrior(examples: readonly MotionExample[], measures: MouthMeasures): MotionPrior {
  const windows = joinFloats(examples.map(({ phones, times }) => phoneWindows(phones, times)));
  const displacement = joinFloats(examples.map(({ motion }) => motion.displacement));
  const standards = measureStandards(windows);
  const axes = findAxes(displacement);
  const targets = projectOnAxes(displacement, axes);
  const inputs = regressionInputs(windows, standards);
  const weights = Float32Array.from(
    solveRidge(sumExamples(inputs, targets, INPUTS, COMPONENTS), ridgePenalties()),
  );
  const gains = restoringGains(componentsOf(inputs, weights), targets);
  return { standards, weights, axes, gains, scale: [1, 1, 1], measures };
}

function findAxes(displacement: Float32Array): Float32Array {
  const covariance = new Float64Array(SHAPE_LENGTH * SHAPE_LENGTH);
  const weighted = displacement.map((value, index) => (index % 3 === 2 ? value * DEPTH_WEIGHT : value));
  for (let row = 0; row < weighted.length; row += SHAPE_LENGTH) {
    for (let i = 0; i < SHAPE_LENGTH; i++) {
      const value = weighted[row + i];
      for (let j = 0; j < SHAPE_LENGTH; j++) covariance[i * SHAPE_LENGTH + j] += value * weighted[row + j];
    }
  }
  const axes = principalAxes(covariance, SHAPE_LENGTH, COMPONENTS);
  return Float32Array.from(axes, (value, index) => (index % 3 === 2 ? value / DEPTH_WEIGHT : value));
}

function restoringGains(predicted: Float32Array, seen: Float32Array): Float32Array {
  return Float32Array.from({ length: COMPONENTS }, (_, k) => {
    const ratio = spread(seen, k) / spread(predicted, k);
    return Math.min(MOST_GAIN, Math.max(1, ratio));
  });
}

function spread(components: Float32Array, k: number): number {
  const values = components.filter((_, index) => index % COMPONENTS === k);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
