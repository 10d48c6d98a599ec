import type { SoundFeatures } from './soundFeatures.ts';
import { DIMENSIONS } from './soundFeatures.ts';

/** Sums over the frames that belong to each of some rows, from which means and variances come. */
export class Tally {
  readonly counts: Float64Array;
  readonly sums: Float64Array;
  readonly squares: Float64Array;

  constructor(rows: number) {
    this.counts = new Float64Array(rows);
    this.sums = new Float64Array(rows * DIMENSIONS);
    this.squares = new Float64Array(rows * DIMENSIONS);
  }

  /** Counts a frame to a row. */
  add(row: number, sound: SoundFeatures, frame: number): void {
    const at = sound.locate(frame);
    const { values } = sound;
    const to = row * DIMENSIONS;
    this.counts[row]++;
    for (let d = 0; d < DIMENSIONS; d++) {
      const value = values[at + d];
      this.sums[to + d] += value;
      this.squares[to + d] += value * value;
    }
  }
}
