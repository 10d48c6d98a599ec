import type { Gaussians } from './gaussians.ts';
import { DIMENSIONS, type SoundFeatures } from './soundFeatures.ts';
import { BETWEEN, NOISE, PAUSE, type SoundModel } from './soundModel.ts';

/** Nats by which a frame of any other sound between lines is dearer than a broad guess. */
const broadness = 4;

/** Scores frames against a model, each pair once: log densities, higher is better. */
export class Scorer {
  private readonly sound: SoundFeatures;
  private readonly strangeness: number;
  private readonly phones: Prepared;
  private readonly silence: Prepared;
  private readonly broad: Prepared;
  private readonly known: Float32Array;
  private readonly stamp: Int32Array;
  private readonly tops: { frame: number; row: number; score: number } = { frame: -1, row: 0, score: 0 };

  /** @param strangeness - nats by which a frame of unknown speech is dearer than the sound that fits it best */
  constructor(sound: SoundFeatures, model: SoundModel, strangeness: number) {
    this.sound = sound;
    this.strangeness = strangeness;
    this.phones = prepare(model.phones);
    this.silence = prepare(model.silence);
    this.broad = prepare({
      means: new Float32Array(DIMENSIONS),
      variances: new Float32Array(DIMENSIONS).fill(1),
      count: 1,
    });
    this.known = new Float32Array(model.phones.count - NOISE);
    this.stamp = new Int32Array(model.phones.count - NOISE).fill(-1);
  }

  /** The log density of a frame under a phone's state, `PAUSE`, `BETWEEN` or `NOISE`. */
  score(frame: number, emission: number): number {
    const slot = emission - NOISE;
    if (this.stamp[slot] === frame) return this.known[slot];
    this.stamp[slot] = frame;
    return (this.known[slot] = this.measure(frame, emission));
  }

  /** The log density of a frame under that state of any phone which fits it best. */
  top(frame: number): number {
    const { tops, phones } = this;
    if (tops.frame === frame) return tops.score;
    const at = this.sound.locate(frame);
    const { values } = this.sound;
    // Sounds go on: with the last frame's best as the first guess, most others are given up after a few dimensions.
    let best = density(values, at, phones, tops.row, -Infinity);
    let row = tops.row;
    for (let other = 0; other < phones.count; other++) {
      const score = density(values, at, phones, other, best);
      if (score > best) [best, row] = [score, other];
    }
    [tops.frame, tops.row, tops.score] = [frame, row, best];
    return best;
  }

  /** Nats by which a phone's state fits a frame less well than the best one does. */
  gap(frame: number, emission: number): number {
    return this.top(frame) - this.score(frame, emission);
  }

  private measure(frame: number, emission: number): number {
    const at = this.sound.locate(frame);
    const { values } = this.sound;
    if (emission >= 0) return density(values, at, this.phones, emission);
    if (emission === BETWEEN) {
      return Math.max(this.score(frame, NOISE), this.top(frame) - this.strangeness);
    }
    if (emission === NOISE) {
      return Math.max(this.score(frame, PAUSE), density(values, at, this.broad, 0) - broadness);
    }
    let best = -Infinity;
    for (let part = 0; part < this.silence.count; part++) {
      best = Math.max(best, density(values, at, this.silence, part, best));
    }
    return best;
  }
}

interface Prepared {
  readonly means: Float32Array;
  readonly precisions: Float32Array;
  readonly constants: Float32Array;
  readonly count: number;
}

function prepare({ means, variances, count }: Gaussians): Prepared {
  const constants = new Float32Array(count);
  for (let row = 0; row < count; row++) {
    let sum = DIMENSIONS * Math.log(2 * Math.PI);
    for (let d = 0; d < DIMENSIONS; d++) sum += Math.log(variances[row * DIMENSIONS + d]);
    constants[row] = -0.5 * sum;
  }
  return { means, precisions: variances.map((variance) => 0.5 / variance), constants, count };
}

/** Dimensions after which a score that has fallen below what is wanted is given up. */
const glance = DIMENSIONS / 3;

/** The log density of a frame; anything below `least` where that is not reached. */
function density(
  values: Float32Array,
  at: number,
  { means, precisions, constants }: Prepared,
  row: number,
  least = -Infinity,
): number {
  const from = row * DIMENSIONS;
  let sum = constants[row];
  for (let start = 0; start < DIMENSIONS; start += glance) {
    for (let d = start; d < start + glance; d++) {
      const far = values[at + d] - means[from + d];
      sum -= far * far * precisions[from + d];
    }
    if (sum < least) return sum;
  }
  return sum;
}
