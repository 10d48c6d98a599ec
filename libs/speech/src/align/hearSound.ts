import { joinFloats } from '@mondwerk/film';
import { CEPSTRA, CepstrumMeter } from './cepstra.ts';
import { CepstraFile } from './cepstraFile.ts';
import { findVoice } from './findVoice.ts';
import { DIMENSIONS, SoundFeatures, type SoundOutline } from './soundFeatures.ts';
import type { Sound } from './sound.ts';

/**
 * Hears a sound to its end, once, and lets `use` work with what was heard, as often as it likes. Memory grows by some
 * bytes a frame; the rest is in a scratch file, which is gone afterwards, also when something is thrown.
 */
export async function hearSound<T>(sound: Sound, use: (heard: SoundFeatures) => T): Promise<T> {
  const file = new CepstraFile();
  try {
    const meter = new CepstrumMeter();
    const levels: Float32Array[] = [];
    const keep = (cepstra: Float32Array): void => {
      if (cepstra.length === 0) return;
      file.add(cepstra);
      levels.push(levelsOf(cepstra));
    };
    for await (const samples of sound) keep(meter.take(samples));
    keep(meter.rest());
    const all = joinFloats(levels);
    return use(normalised(file, { levels: all, voiced: findVoice(all), seconds: meter.seconds }));
  } finally {
    file.close();
  }
}

const levelsOf = (cepstra: Float32Array): Float32Array =>
  Float32Array.from({ length: cepstra.length / CEPSTRA }, (_, frame) => cepstra[frame * CEPSTRA]);

/** Every dimension has mean 0 and variance 1 over the frames in which somebody speaks. */
function normalised(file: CepstraFile, outline: SoundOutline): SoundFeatures {
  const raw = new SoundFeatures(file, outline);
  const [sums, squares] = [new Float64Array(DIMENSIONS), new Float64Array(DIMENSIONS)];
  let count = 0;
  for (let frame = 0; frame < raw.frames; frame++) {
    if (raw.voiced[frame] === 0) continue;
    count++;
    const at = raw.locate(frame);
    for (let d = 0; d < DIMENSIONS; d++) {
      const value = raw.values[at + d];
      sums[d] += value;
      squares[d] += value * value;
    }
  }
  const means = sums.map((sum) => sum / Math.max(1, count));
  const scales = squares.map(
    (square, d) => 1 / Math.sqrt(Math.max(1e-6, square / Math.max(1, count) - means[d] ** 2)),
  );
  return new SoundFeatures(file, outline, { means, scales });
}
