import { FEATURES } from '@mondwerk/phonetics';
import { OFFSETS, WINDOW_LENGTH } from './phoneWindow.ts';

/** How many random combinations of features stand beside the features themselves. */
export const HIDDEN = 1500;

/** Numbers of the window that one unit looks at: many units that see a little each tell more than few that see all. */
const SEEN = 32;

/** Inputs of the regression: the window, the hidden units, and a constant. */
export const INPUTS = WINDOW_LENGTH + HIDDEN + 1;

/** How far, in seconds, from the instant a unit looks half as often. */
const REACH = 0.1;

const SEED = 20060101;

/** What is learned from the corpus to set the units: the mean window and each unit's scale. */
export interface Standards {
  readonly windowMean: Float32Array;
  readonly unitScale: Float32Array;
}

/** What each unit looks at, `SEEN` places of the window, with what weights, and its bias: the same on every machine, so no file need hold them. */
interface Units {
  readonly places: Uint16Array;
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

let units: Units | undefined;

/** Mulberry32: a small generator of numbers from 0 to 1, the same everywhere. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function drawUnits(): Units {
  const next = numbersFrom(SEED);
  // Twelve uniform numbers less six are near enough normal, and need no logarithm that machines round differently.
  const normal = (): number => Array.from({ length: 12 }, next).reduce((sum, value) => sum + value, -6);
  const places = Uint16Array.from(Array.from({ length: HIDDEN }, () => drawPlaces(next)).flat());
  const weights = Float32Array.from(places, normal);
  return { places, weights, biases: Float32Array.from({ length: HIDDEN }, () => 2 * next() - 1) };
}

/** Different places of the window, those near the instant more often. */
function drawPlaces(next: () => number): number[] {
  const reach = OFFSETS.map((offset) => 1 / (1 + (offset / REACH) ** 2));
  const total = reach.reduce((sum, share) => sum + share, 0);
  const places = new Set<number>();
  while (places.size < SEEN) {
    let left = next() * total;
    const offset = reach.findIndex((share) => (left -= share) < 0);
    const feature = Math.floor(next() * FEATURES.length);
    if (offset >= 0) places.add(offset * FEATURES.length + feature);
  }
  return [...places].sort((one, other) => one - other);
}

/**
 * Turns windows into the inputs of the regression: the centred window, rectified random projections of it (Huang,
 * Zhu and Siew, "Extreme learning machine", 2006) that let features work together, and a constant 1.
 */
export function regressionInputs(windows: Float32Array, standards: Standards): Float32Array {
  const rows = windows.length / WINDOW_LENGTH;
  const inputs = new Float32Array(rows * INPUTS);
  for (let row = 0; row < rows; row++) {
    const centred = centre(windows, row, standards.windowMean);
    const to = row * INPUTS;
    inputs.set(centred, to);
    projectOn(centred, standards.unitScale, inputs.subarray(to + WINDOW_LENGTH, to + WINDOW_LENGTH + HIDDEN));
    inputs[to + INPUTS - 1] = 1;
  }
  return inputs;
}

/** Learns the mean window and the scale at which each unit varies by 1. */
export function measureStandards(windows: Float32Array): Standards {
  const rows = windows.length / WINDOW_LENGTH;
  const mean = new Float64Array(WINDOW_LENGTH);
  windows.forEach((value, index) => (mean[index % WINDOW_LENGTH] += value / rows));
  const windowMean = Float32Array.from(mean);
  units ??= drawUnits();
  const power = new Float64Array(HIDDEN);
  for (let row = 0; row < rows; row++) {
    const centred = centre(windows, row, windowMean);
    for (let unit = 0; unit < HIDDEN; unit++) power[unit] += seenBy(units, unit, centred) ** 2 / rows;
  }
  return { windowMean, unitScale: Float32Array.from(power, (value) => 1 / Math.sqrt(value + 1e-9)) };
}

function projectOn(centred: Float32Array, unitScale: Float32Array, into: Float32Array): void {
  units ??= drawUnits();
  for (let unit = 0; unit < into.length; unit++) {
    into[unit] = Math.max(0, seenBy(units, unit, centred) * unitScale[unit] + units.biases[unit]);
  }
}

function centre(windows: Float32Array, row: number, mean: Float32Array): Float32Array {
  const from = row * mean.length;
  return mean.map((value, index) => windows[from + index] - value);
}

function seenBy({ places, weights }: Units, unit: number, window: Float32Array): number {
  let sum = 0;
  for (let at = unit * SEEN; at < (unit + 1) * SEEN; at++) sum += weights[at] * window[places[at]];
  return sum;
}
