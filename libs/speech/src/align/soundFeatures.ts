import { CEPSTRA, cepstraOf } from './cepstra.ts';
import { findVoice } from './findVoice.ts';

/** Numbers per frame: cepstra, their speed and their acceleration. */
export const DIMENSIONS = CEPSTRA * 3;

/** What the aligner hears: `values` is frames × `DIMENSIONS`, `voiced` says which frames are loud enough for speech. */
export interface SoundFeatures {
  readonly frames: number;
  readonly values: Float32Array;
  readonly voiced: Uint8Array;
}

/** Measures 16 kHz sound; every dimension has mean 0 and variance 1 over the frames in which somebody speaks. */
export function hearSound(samples: Float32Array): SoundFeatures {
  const cepstra = cepstraOf(samples);
  const frames = cepstra.length / CEPSTRA;
  const voiced = findVoice(cepstra);
  const speed = slopes(cepstra, frames, 4);
  const acceleration = slopes(speed, frames, 4);
  const values = new Float32Array(frames * DIMENSIONS);
  [cepstra, speed, acceleration].forEach((part, index) => {
    for (let frame = 0; frame < frames; frame++) {
      const row = part.subarray(frame * CEPSTRA, (frame + 1) * CEPSTRA);
      values.set(row, frame * DIMENSIONS + index * CEPSTRA);
    }
  });
  normalise(values, voiced);
  return { frames, values, voiced };
}

/** Regression slope of each coefficient over `reach` frames to either side. */
function slopes(values: Float32Array, frames: number, reach: number): Float32Array {
  const out = new Float32Array(values.length);
  const weight = 2 * Array.from({ length: reach }, (_, i) => (i + 1) ** 2).reduce((a, b) => a + b);
  for (let frame = 0; frame < frames; frame++) {
    for (let step = 1; step <= reach; step++) {
      const after = Math.min(frames - 1, frame + step) * CEPSTRA;
      const before = Math.max(0, frame - step) * CEPSTRA;
      for (let c = 0; c < CEPSTRA; c++) {
        out[frame * CEPSTRA + c] += (step * (values[after + c] - values[before + c])) / weight;
      }
    }
  }
  return out;
}

/** The one place that changes features: they have just been made here. */
function normalise(values: Float32Array, voiced: Uint8Array): void {
  for (let d = 0; d < DIMENSIONS; d++) {
    let [count, sum, squares] = [0, 0, 0];
    for (let frame = 0; frame < voiced.length; frame++) {
      if (voiced[frame] === 0) continue;
      const value = values[frame * DIMENSIONS + d];
      count++;
      sum += value;
      squares += value * value;
    }
    const mean = sum / Math.max(1, count);
    const deviation = Math.sqrt(Math.max(1e-6, squares / Math.max(1, count) - mean * mean));
    for (let at = d; at < values.length; at += DIMENSIONS) values[at] = (values[at] - mean) / deviation;
  }
}
