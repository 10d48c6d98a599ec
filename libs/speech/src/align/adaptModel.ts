import { leastVariance, type Gaussians } from './gaussians.ts';
import { Silences } from './silences.ts';
import { DIMENSIONS, type SoundFeatures } from './soundFeatures.ts';
import type { SoundModel } from './soundModel.ts';
import { Tally } from './tally.ts';
import type { WalkedStretch } from './walkStretches.ts';

/** How many frames of its own a state needs to count as much as the first belief. */
export interface Firmness {
  readonly means: number;
  readonly variances: number;
}

/**
 * The model that fits the aligned frames, held to `first` where a state was heard little (maximum a posteriori,
 * Gauvain and Lee 1994).
 */
export function adaptModel(
  first: SoundModel,
  sound: SoundFeatures,
  stretches: readonly WalkedStretch[],
  firmness: Firmness,
): SoundModel {
  const tally = new Tally(first.phones.count);
  const quiet = quietFrames(sound, stretches);
  const silences = new Silences(sound, quiet);
  for (const { from, lattice, path } of stretches) {
    path.forEach((state, at) => {
      const emission = lattice.emission[state];
      if (emission >= 0) tally.add(emission, sound, from + at);
      else if (quiet[from + at] > 0) silences.add(from + at);
    });
  }
  return { rows: first.rows, phones: blend(first.phones, tally, firmness), silence: silences.gaussians() };
}

/** Frames without voice that the aligned stretches have no phone in. */
function quietFrames(sound: SoundFeatures, stretches: readonly WalkedStretch[]): Uint8Array {
  const quiet = new Uint8Array(sound.frames);
  for (const { from, lattice, path } of stretches) {
    path.forEach((state, at) => {
      if (lattice.emission[state] < 0 && sound.voiced[from + at] === 0) quiet[from + at] = 1;
    });
  }
  return quiet;
}

function blend(prior: Gaussians, { counts, sums, squares }: Tally, firmness: Firmness): Gaussians {
  const [means, variances] = [new Float32Array(sums.length), new Float32Array(sums.length)];
  for (let at = 0; at < sums.length; at++) {
    const count = counts[Math.floor(at / DIMENSIONS)];
    const mean = (firmness.means * prior.means[at] + sums[at]) / (firmness.means + count);
    const spread = Math.max(0, squares[at] - 2 * mean * sums[at] + count * mean * mean);
    means[at] = mean;
    variances[at] = Math.max(
      leastVariance,
      (firmness.variances * prior.variances[at] + spread) / (firmness.variances + count),
    );
  }
  return { means, variances, count: prior.count };
}
