import { joined, type MotionExample } from './fitPrior.ts';
import { INPUTS, regressionInputs } from './hiddenUnits.ts';
import { solveRidge, sumExamples } from './leastSquares.ts';
import { COMPONENTS, componentsOf, projectOnAxes, ridgePenalties, type MotionPrior } from './motionPrior.ts';
import { SHAPE_LENGTH } from './mouthPoints.ts';
import { phoneWindows } from './phoneWindow.ts';

/** More frames than this teach little and cost much: every so many-th is used instead. */
const MOST_FRAMES = 6000;

/**
 * How much harder the prior holds on to its weights than the corpus held them to zero. Cross-validated in GRID: with 40
 * sentences 3 is best and 10 nearly as good, with one sentence nothing under 10 helps.
 */
const TRUST = 8;

/** The least pull on any weight: even the constant must not follow a few odd frames. */
const LEAST_PULL = 40;

/**
 * Pulls a prior towards how a performer speaks (MAP estimate: ridge regression of what the prior gets wrong, so that
 * its own weights are the centre). A few seconds barely change it, minutes do. Examples are the performer's own
 * scripted dialogue, motion in displacements from the performer's rest; fit `prior` with `scaleTo` first.
 */
export function adaptPrior(prior: MotionPrior, examples: readonly MotionExample[]): MotionPrior {
  const windows = joined(examples.map(({ phones, times }) => phoneWindows(phones, times)));
  const inputs = thinned(regressionInputs(windows, prior.standards), INPUTS);
  if (inputs.length === 0) return prior;
  const seen = thinned(joined(examples.map(({ motion }) => motion.displacement)), SHAPE_LENGTH);
  const targets = projectOnAxes(
    seen.map((value, index) => value / prior.scale[index % 3]),
    prior.axes,
  );
  const missed = componentsOf(inputs, prior.weights).map(
    (value, index) => targets[index] / prior.gains[index % COMPONENTS] - value,
  );
  const change = solveRidge(
    sumExamples(inputs, missed, INPUTS, COMPONENTS),
    ridgePenalties().map((penalty) => Math.max(LEAST_PULL, penalty) * TRUST),
  );
  return { ...prior, weights: prior.weights.map((weight, index) => weight + change[index]) };
}

function thinned(rows: Float32Array, length: number): Float32Array {
  const every = Math.ceil(rows.length / length / MOST_FRAMES);
  if (every <= 1) return rows;
  return rows.filter((_, index) => Math.floor(index / length) % every === 0);
}
