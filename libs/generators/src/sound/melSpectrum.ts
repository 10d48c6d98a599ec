import { magnitudes } from './magnitudes.ts';

/** How Wav2Lip, and all that came after it, look at sound (its hparams.py). */
const SOUND = {
  rate: 16000,
  window: 800,
  hop: 200,
  bands: 80,
  lowest: 55,
  highest: 7600,
  emphasis: 0.97,
} as const;

/** Loudness in decibels is laid from −4 to 4: −100 dB below full scale is the least, 20 dB above it the reference. */
const SCALE = { least: -100, reference: 20, most: 4 } as const;

/** Samples a second that sound must have. */
export const SOUND_RATE = SOUND.rate;

/** Columns of a spectrum in a second. */
export const COLUMNS_PER_SECOND = SOUND.rate / SOUND.hop;

/** Loudness by pitch and time, −4 to 4: row after row of `columns`, the lowest pitch first. */
export interface MelSpectrum {
  readonly bands: number;
  readonly columns: number;
  readonly data: Float32Array;
}

/** The mel spectrum of sound (one channel, 16 kHz, −1 to 1) as librosa makes it with Wav2Lip’s settings. */
export function melSpectrum(samples: Float32Array): MelSpectrum {
  const sound = emphasised(samples);
  const columns = 1 + Math.floor(sound.length / SOUND.hop);
  const data = new Float32Array(SOUND.bands * columns);
  const frame = new Float32Array(SOUND.window);
  for (let column = 0; column < columns; column++) {
    const start = column * SOUND.hop - SOUND.window / 2;
    for (let i = 0; i < SOUND.window; i++) frame[i] = HANN[i] * at(sound, start + i);
    const loud = magnitudes(frame);
    BANDS.forEach(({ first, weights }, band) => {
      let sum = 0;
      for (let k = 0; k < weights.length; k++) sum += weights[k] * loud[first + k];
      data[band * columns + column] = scaled(sum);
    });
  }
  return { bands: SOUND.bands, columns, data };
}

function emphasised(samples: Float32Array): Float32Array {
  return samples.map((value, i) => value - (i > 0 ? SOUND.emphasis * samples[i - 1] : 0));
}

/** Beyond its ends sound is mirrored, as librosa 0.7 does it. */
function at(sound: Float32Array, index: number): number {
  const last = sound.length - 1;
  if (last <= 0) return sound[0] ?? 0;
  const turn = ((index % (2 * last)) + 2 * last) % (2 * last);
  return sound[turn <= last ? turn : 2 * last - turn];
}

const HANN = Float64Array.from(
  { length: SOUND.window },
  (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / SOUND.window),
);

function scaled(loudness: number): number {
  const decibels = 20 * Math.log10(Math.max(10 ** (SCALE.least / 20), loudness)) - SCALE.reference;
  const value = (2 * SCALE.most * (decibels - SCALE.least)) / -SCALE.least - SCALE.most;
  return Math.min(SCALE.most, Math.max(-SCALE.most, value));
}

/** Slaney’s mels: linear below 1000 Hz, 27 to a factor of 6.4 above. */
const toMel = (hertz: number): number =>
  hertz < 1000 ? (3 * hertz) / 200 : 15 + (27 * Math.log(hertz / 1000)) / Math.log(6.4);

const toHertz = (mel: number): number => (mel < 15 ? (200 * mel) / 3 : 1000 * 6.4 ** ((mel - 15) / 27));

/** For each band the frequencies it sums, each triangle of area one (librosa.filters.mel, norm “slaney”). */
const BANDS = Array.from({ length: SOUND.bands }, (_, band) => {
  const [low, high] = [toMel(SOUND.lowest), toMel(SOUND.highest)];
  const corner = (k: number): number => toHertz(low + ((high - low) * k) / (SOUND.bands + 1));
  const [from, peak, to] = [corner(band), corner(band + 1), corner(band + 2)];
  const all = Array.from({ length: SOUND.window / 2 + 1 }, (_, bin) => {
    const hertz = (bin * SOUND.rate) / SOUND.window;
    const height = Math.min((hertz - from) / (peak - from), (to - hertz) / (to - peak));
    return (Math.max(0, height) * 2) / (to - from);
  });
  const first = all.findIndex((weight) => weight > 0);
  return first < 0
    ? { first: 0, weights: [] }
    : { first, weights: all.slice(first, all.findLastIndex((weight) => weight > 0) + 1) };
});
