import type { Chain } from './chain.ts';
import { DIMENSIONS, type SoundFeatures } from './soundFeatures.ts';
import { clusterSilence, leastVariance, type Gaussians, type SoundModel } from './soundModel.ts';

/** An aligned stretch: the states that its frames, from `from` on, were given. */
export interface WalkedStretch {
  readonly from: number;
  readonly chain: Chain;
  readonly path: Int32Array;
}

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
  const width = first.phones.count * DIMENSIONS;
  const counts = new Float64Array(first.phones.count);
  const [sums, squares] = [new Float64Array(width), new Float64Array(width)];
  const quiet: number[] = [];
  for (const { from, chain, path } of stretches) {
    path.forEach((state, at) => {
      const emission = chain.emission[state];
      const frame = from + at;
      if (emission < 0) {
        if (sound.voiced[frame] === 0) quiet.push(frame);
        return;
      }
      counts[emission]++;
      for (let d = 0; d < DIMENSIONS; d++) {
        const value = sound.values[frame * DIMENSIONS + d];
        sums[emission * DIMENSIONS + d] += value;
        squares[emission * DIMENSIONS + d] += value * value;
      }
    });
  }
  const phones = blend(first.phones, counts, sums, squares, firmness);
  return { rows: first.rows, phones, silence: clusterSilence(sound, quiet) };
}

function blend(
  prior: Gaussians,
  counts: Float64Array,
  sums: Float64Array,
  squares: Float64Array,
  firmness: Firmness,
): Gaussians {
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
