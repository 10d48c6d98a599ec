import { joinFloats } from '@mondwerk/film';
import type { MotionExample } from './fitPrior.ts';
import { HIDDEN, INPUTS, regressionInputs } from './hiddenUnits.ts';
import { solveRidge, sumExamples } from './leastSquares.ts';
import { COMPONENTS, componentsOf, projectOnAxes, ridgePenalties, type MotionPrior } from './motionPrior.ts';
import { SHAPE_LENGTH } from './mouthPoints.ts';
import { phoneWindows, WINDOW_LENGTH } from './phoneWindow.ts';

/** More frames than this teach little and cost much: every so many-th is used instead. */
const MOST_FRAMES = 6000;

/**
 * How much harder the prior holds on to its weights than the corpus held them to zero. Cross-validated in GRID: with 40
 * sentences 3 to 10 are best, with one sentence nothing under 10 helps.
 */
const TRUST = 8;

/** The least pull on any weight: even the constant must not follow a few odd frames. */
const LEAST_PULL = 40;

/**
 * Pulls a prior towards how a performer speaks (MAP estimate: ridge regression of what the prior gets wrong, so that
 * its own weights are the centre). A few seconds barely change it, minutes do. Examples are the performer's own
 * scripted dialogue, motion in displacements from the performer's rest; fit `prior` with `scaleTo` first. Only what the
 * window says directly is learned: what hidden units say together takes more speech than a film holds.
 */
export function adaptPrior(prior: MotionPrior, examples: readonly MotionExample[]): MotionPrior {
  const windows = joinFloats(examples.map(({ phones, times }) => phoneWindows(phones, times)));
  const inputs = thinned(regressionInputs(windows, prior.standards), INPUTS);
  if (inputs.length === 0) return prior;
  const seen = thinned(joinFloats(examples.map(({ motion }) => motion.displacement)), SHAPE_LENGTH);
  const targets = projectOnAxes(
    seen.map((value, index) => value / prior.scale[index % 3]),
    prior.axes,
  );
  const missed = componentsOf(inputs, prior.weights).map(
    (value, index) => targets[index] / prior.gains[index % COMPONENTS] - value,
  );
  const change = solveRidge(sumExamples(directOf(inputs), missed, DIRECT, COMPONENTS), penalties());
  const weights = Float32Array.from(prior.weights);
  for (let input = 0; input < DIRECT; input++) {
    const to = placeOf(input) * COMPONENTS;
    for (let k = 0; k < COMPONENTS; k++) weights[to + k] += change[input * COMPONENTS + k];
  }
  return { ...prior, weights };
}

/** The window and the constant, without the hidden units between them. */
const DIRECT = WINDOW_LENGTH + 1;

/** Where such an input stands among all. */
const placeOf = (input: number): number => (input < WINDOW_LENGTH ? input : input + HIDDEN);

function directOf(inputs: Float32Array): Float32Array {
  const rows = inputs.length / INPUTS;
  const direct = new Float32Array(rows * DIRECT);
  for (let row = 0; row < rows; row++) {
    for (let input = 0; input < DIRECT; input++)
      direct[row * DIRECT + input] = inputs[row * INPUTS + placeOf(input)];
  }
  return direct;
}

function penalties(): Float64Array {
  const all = ridgePenalties();
  return Float64Array.from(
    { length: DIRECT },
    (_, input) => TRUST * Math.max(LEAST_PULL, all[placeOf(input)]),
  );
}

function thinned(rows: Float32Array, length: number): Float32Array {
  const every = Math.ceil(rows.length / length / MOST_FRAMES);
  if (every <= 1) return rows;
  return rows.filter((_, index) => Math.floor(index / length) % every === 0);
}
