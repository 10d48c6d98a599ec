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
  return { frames: times.length, displacement: displacementOf(components, livelyAxes(prior)) };
}

/** The axes at the range that the components have in life, on the performer's own scale. */
const livelyAxes = ({ axes, gains, scale }: MotionPrior): Float32Array =>
  axes.map((value, index) => value * gains[Math.floor(index / SHAPE_LENGTH)] * scale[index % 3]);

function displacementOf(components: Float32Array, axes: Float32Array): Float32Array {
  const [length, count] = [SHAPE_LENGTH, COMPONENTS];
  const frames = components.length / count;
  const displacement = new Float32Array(frames * length);
  for (let frame = 0; frame < frames; frame++) {
    for (let k = 0; k < count; k++) {
      const amount = components[frame * count + k];
      for (let index = 0; index < length; index++) {
        displacement[frame * length + index] += amount * axes[k * length + index];
      }
    }
  }
  return displacement;
}
