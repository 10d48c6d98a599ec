import { SAMPLE_RATE } from './cepstra.ts';
import { toAlignerRate } from './resample.ts';

/** Mono sound at `SOUND_RATE`, samples -1..1, in portions of any length. It is heard once, from its beginning to its end. */
export type Sound = AsyncIterable<Float32Array> | Iterable<Float32Array>;

/** Samples a second of a `Sound`. */
export const SOUND_RATE = SAMPLE_RATE;

const portion = 1 << 16;

/** A sound that is in memory whole, at any rate. */
export function* soundOf(samples: Float32Array, sampleRate: number): Generator<Float32Array> {
  const whole = toAlignerRate(samples, sampleRate);
  for (let at = 0; at < whole.length; at += portion) yield whole.subarray(at, at + portion);
}
