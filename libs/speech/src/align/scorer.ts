import { DIMENSIONS, type SoundFeatures } from './soundFeatures.ts';
import type { Gaussians } from './gaussians.ts';
import { BETWEEN, PAUSE, type SoundModel } from './soundModel.ts';

/** How many nats a frame of unknown speech between lines is dearer than one of a broad guess. */
const strangeness = 4;

/** Scores frames against a model, each pair once: log densities, higher is better. */
export class Scorer {
  private readonly sound: SoundFeatures;
  private readonly phones: Prepared;
  private readonly silence: Prepared;
  private readonly broad: Prepared;
  private readonly known: Float32Array;
  private readonly stamp: Int32Array;

  constructor(sound: SoundFeatures, model: SoundModel) {
    this.sound = sound;
    this.phones = prepare(model.phones);
    this.silence = prepare(model.silence);
    this.broad = prepare({
      means: new Float32Array(DIMENSIONS),
      variances: new Float32Array(DIMENSIONS).fill(1),
      count: 1,
    });
    this.known = new Float32Array(model.phones.count + 2);
    this.stamp = new Int32Array(model.phones.count + 2).fill(-1);
  }

  /** The log density of a frame under a phone's state, `PAUSE` or `BETWEEN`. */
  score(frame: number, emission: number): number {
    const slot = emission + 2;
    if (this.stamp[slot] === frame) return this.known[slot];
    this.stamp[slot] = frame;
    return (this.known[slot] = this.measure(frame, emission));
  }

  private measure(frame: number, emission: number): number {
    const at = this.sound.locate(frame);
    const { values } = this.sound;
    if (emission >= 0) return density(values, at, this.phones, emission);
    if (emission === BETWEEN) {
      return Math.max(this.score(frame, PAUSE), density(values, at, this.broad, 0) - strangeness);
    }
    let best = -Infinity;
    for (let part = 0; part < this.silence.count; part++) {
      best = Math.max(best, density(values, at, this.silence, part));
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

function density(values: Float32Array, at: number, gaussians: Prepared, row: number): number {
  const { means, precisions, constants } = gaussians;
  const from = row * DIMENSIONS;
  let sum = constants[row];
  for (let d = 0; d < DIMENSIONS; d++) {
    const far = values[at + d] - means[from + d];
    sum -= far * far * precisions[from + d];
  }
  return sum;
}
