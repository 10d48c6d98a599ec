import type { MotionPrior, MouthMeasures } from './motionPrior.ts';

/** However odd the measurement, motion is never scaled beyond these. */
const LEAST = 0.6;
const MOST = 1.7;

/**
 * Fits a prior to a performer of whom no script is known: sideways and in depth by the ratio of mouth widths, up and
 * down by the ratio of openings (engine.md, Geometry 3). `opening` left out counts as the ratio of widths.
 */
export function scaleTo(
  prior: MotionPrior,
  performer: Pick<MouthMeasures, 'restWidth'> & Partial<MouthMeasures>,
): MotionPrior {
  const across = limited(performer.restWidth / prior.measures.restWidth);
  const opening = performer.opening;
  const down = opening === undefined ? across : limited(opening / prior.measures.opening);
  return { ...prior, scale: [across, down, across] };
}

const limited = (ratio: number): number => Math.min(MOST, Math.max(LEAST, ratio));
