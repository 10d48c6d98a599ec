import { FEATURES } from '@mondwerk/phonetics';
import { HIDDEN, INPUTS, type Standards } from './hiddenUnits.ts';
import { SHAPE_LENGTH } from './mouthPoints.ts';
import { OFFSETS, WINDOW_LENGTH } from './phoneWindow.ts';

/** How many principal components a mouth's motion is described with. */
export const COMPONENTS = 10;

/** Whose mouth a prior speaks with, in eye distances: what it needs to be fitted to another performer. */
export interface MouthMeasures {
  /** Corner to corner at rest. */
  readonly restWidth: number;
  /** The aperture that 95% of speaking frames stay under, less the aperture at rest. */
  readonly opening: number;
}

/** What is known of how speech moves a mouth; see `fitPrior` and `adaptPrior`. */
export interface MotionPrior {
  readonly standards: Standards;
  /** `INPUTS` rows of `COMPONENTS`. */
  readonly weights: Float32Array;
  /** `COMPONENTS` rows of `SHAPE_LENGTH`: displacement for one unit of each component. */
  readonly axes: Float32Array;
  /** What restores each component to the range it has in life; regression shrinks it. */
  readonly gains: Float32Array;
  /** Factors on x, y and z that fit the motion to another mouth. */
  readonly scale: readonly [number, number, number];
  readonly measures: MouthMeasures;
}

/** Where a prior comes from; stands at the head of its file. */
export interface PriorOrigin {
  readonly corpus: string;
  readonly licence: string;
  readonly command: string;
}

/** How strongly the axes heed depth, which the mesh measures worst. */
export const DEPTH_WEIGHT = 0.25;

/** Pull towards zero: on features at the instant itself, and on hidden units. */
const WINDOW_PENALTY = 20;
const HIDDEN_PENALTY = 800;
const CONSTANT_PENALTY = 1e-3;

/** Seconds from the instant at which a feature is pulled to zero twice as hard. */
const PENALTY_REACH = 0.07;

/** The ridge penalties of the regression, one for each input: sounds farther away must prove more. */
export function ridgePenalties(): Float64Array {
  const penalties = new Float64Array(INPUTS).fill(HIDDEN_PENALTY);
  for (let index = 0; index < WINDOW_LENGTH; index++) {
    const offset = OFFSETS[Math.floor(index / FEATURES.length)];
    penalties[index] = WINDOW_PENALTY * (1 + (offset / PENALTY_REACH) ** 2);
  }
  penalties[WINDOW_LENGTH + HIDDEN] = CONSTANT_PENALTY;
  return penalties;
}

/** Multiplies inputs (rows of `INPUTS`) with weights: rows of `COMPONENTS`. */
export function componentsOf(inputs: Float32Array, weights: Float32Array): Float32Array {
  const [size, count] = [INPUTS, COMPONENTS];
  const rows = inputs.length / size;
  const components = new Float32Array(rows * count);
  const sums = new Float64Array(count);
  for (let row = 0; row < rows; row++) {
    sums.fill(0);
    for (let input = 0; input < size; input++) {
      const value = inputs[row * size + input];
      if (value === 0) continue;
      for (let k = 0; k < count; k++) sums[k] += value * weights[input * count + k];
    }
    components.set(sums, row * count);
  }
  return components;
}

/** Reads each displacement's components: its length along each axis, depth counting for less. */
export function projectOnAxes(displacement: Float32Array, axes: Float32Array): Float32Array {
  const [length, count] = [SHAPE_LENGTH, COMPONENTS];
  const rows = displacement.length / length;
  const weighted = axes.map((value, index) => (index % 3 === 2 ? value * DEPTH_WEIGHT ** 2 : value));
  const components = new Float32Array(rows * count);
  for (let row = 0; row < rows; row++) {
    for (let k = 0; k < count; k++) {
      let sum = 0;
      for (let index = 0; index < length; index++) {
        sum += weighted[k * length + index] * displacement[row * length + index];
      }
      components[row * count + k] = sum;
    }
  }
  return components;
}
