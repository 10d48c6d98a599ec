import type { Phone } from '@mondwerk/film';
import { regressionInputs } from './hiddenUnits.ts';
import { COMPONENTS, componentsOf, type MotionPrior } from './motionPrior.ts';
import type { MouthMotion } from './mouthMotion.ts';
import { SHAPE_LENGTH } from './mouthPoints.ts';
import { phoneWindows } from './phoneWindow.ts';

/**
 * The mouth motion that speech asks for, at any frame rate. `times`: the instant, in seconds on the phones' clock,
 * at which each wanted frame is shown (its middle), ascending.
 */
export function predictMotion(
  prior: MotionPrior,
  phones: readonly Phone[],
  times: Float64Array,
): MouthMotion {
  const inputs = regressionInputs(phoneWindows(phones, times), prior.standards);
  const components = componentsOf(inputs, prior.weights);
  const displacement = new Float32Array(times.length * SHAPE_LENGTH);
  for (let frame = 0; frame < times.length; frame++) {
    for (let k = 0; k < COMPONENTS; k++) {
      const amount = components[frame * COMPONENTS + k] * prior.gains[k];
      for (let index = 0; index < SHAPE_LENGTH; index++) {
        displacement[frame * SHAPE_LENGTH + index] +=
          amount * prior.axes[k * SHAPE_LENGTH + index] * prior.scale[index % 3];
      }
    }
  }
  return { frames: times.length, displacement };
}
