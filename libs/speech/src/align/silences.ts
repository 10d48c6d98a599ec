import { leastVariance, type Gaussians } from './gaussians.ts';
import { DIMENSIONS, type SoundFeatures } from './soundFeatures.ts';
import { Tally } from './tally.ts';

/** Kinds of silence: room, breath, noise. */
const kinds = 3;

/** Silence as some frames have it, which are shared out by their level to a few kinds. */
export class Silences {
  private readonly sound: SoundFeatures;
  private readonly limits: readonly number[];
  private readonly tally = new Tally(kinds);

  /** `quiet` says which frames are silence; where these are too few, the quietest of all frames are taken. */
  constructor(sound: SoundFeatures, quiet: Uint8Array) {
    const own = sound.levels.filter((_, frame) => quiet[frame] > 0).sort();
    const least = 20 * kinds;
    const sorted = own.length >= least ? own : sound.levels.toSorted().subarray(0, least);
    this.sound = sound;
    this.limits = Array.from({ length: kinds }, (_, kind) =>
      kind === 0 ? -Infinity : sorted[Math.floor((sorted.length * kind) / kinds)],
    );
    if (own.length >= least) return;
    const limit = sorted[sorted.length - 1];
    for (let frame = 0; frame < sound.frames; frame++) if (sound.levels[frame] <= limit) this.add(frame);
  }

  /** Counts a frame of silence. */
  add(frame: number): void {
    const level = this.sound.levels[frame];
    this.tally.add(
      this.limits.findLastIndex((limit) => level >= limit),
      this.sound,
      frame,
    );
  }

  /** What was counted, as Gaussians; kinds that no frame belongs to are left out. */
  gaussians(): Gaussians {
    const { counts, sums, squares } = this.tally;
    const heard = [...counts.keys()].filter((kind) => counts[kind] > 0);
    const means = new Float32Array(heard.length * DIMENSIONS);
    const variances = new Float32Array(heard.length * DIMENSIONS);
    heard.forEach((kind, row) => {
      for (let d = 0; d < DIMENSIONS; d++) {
        const mean = sums[kind * DIMENSIONS + d] / counts[kind];
        means[row * DIMENSIONS + d] = mean;
        variances[row * DIMENSIONS + d] = Math.max(
          leastVariance,
          squares[kind * DIMENSIONS + d] / counts[kind] - mean * mean,
        );
      }
    });
    return { means, variances, count: heard.length };
  }
}
