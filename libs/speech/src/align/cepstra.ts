import { PowerSpectrum } from './fourier.ts';

/** Samples per second that the aligner works at. */
export const SAMPLE_RATE = 16000;
/** Samples from one frame to the next: 5 ms, so that a three-state phone can be as short as fast speech has it. */
const HOP = 80;
/** Seconds from one frame to the next. */
export const FRAME_SECONDS = HOP / SAMPLE_RATE;
/** Cepstral coefficients of a frame, the first being its level. */
export const CEPSTRA = 13;

const windowLength = 320;
const bands = 26;
const [lowest, highest] = [80, 7600];
const mel = (hertz: number): number => 1127 * Math.log(1 + hertz / 700);
const hertz = (m: number): number => 700 * (Math.exp(m / 1127) - 1);

/**
 * Mel-frequency cepstra of 16 kHz sound (Davis and Mermelstein 1980): frames × `CEPSTRA`, frame f centred on
 * sample (f + ½) × `HOP`.
 */
export function cepstraOf(samples: Float32Array): Float32Array {
  const frames = Math.max(1, Math.floor(samples.length / HOP));
  const out = new Float32Array(frames * CEPSTRA);
  const spectrum = new PowerSpectrum(512);
  const [signal, powers, energies] = [
    new Float64Array(windowLength),
    new Float64Array(257),
    new Float64Array(bands),
  ];
  for (let frame = 0; frame < frames; frame++) {
    const start = frame * HOP + (HOP - windowLength) / 2;
    let before = sampleAt(samples, start - 1);
    for (let i = 0; i < windowLength; i++) {
      const here = sampleAt(samples, start + i);
      signal[i] = (here - 0.97 * before) * hamming[i];
      before = here;
    }
    spectrum.measure(signal, powers);
    filters.forEach(({ from, weights }, band) => {
      let sum = 1e-9;
      for (let i = 0; i < weights.length; i++) sum += powers[from + i] * weights[i];
      energies[band] = Math.log(sum);
    });
    for (let c = 0; c < CEPSTRA; c++) {
      let sum = 0;
      for (let band = 0; band < bands; band++) sum += energies[band] * cosines[c * bands + band];
      out[frame * CEPSTRA + c] = sum;
    }
  }
  return out;
}

/** Outside its ends a sound is silent; reading an array there would be slow. */
const sampleAt = (samples: Float32Array, at: number): number =>
  at >= 0 && at < samples.length ? samples[at] : 0;

const hamming = Float64Array.from(
  { length: windowLength },
  (_, i) => 0.54 - 0.46 * Math.cos((2 * Math.PI * i) / (windowLength - 1)),
);

const cosines = Float64Array.from({ length: CEPSTRA * bands }, (_, at) => {
  const [c, band] = [Math.floor(at / bands), at % bands];
  return Math.sqrt(2 / bands) * Math.cos((Math.PI * c * (band + 0.5)) / bands);
});

const filters = Array.from({ length: bands }, (_, band) => {
  const edge = (at: number): number => {
    const step = (mel(highest) - mel(lowest)) / (bands + 1);
    return (hertz(mel(lowest) + step * at) * 512) / SAMPLE_RATE;
  };
  const [left, centre, right] = [edge(band), edge(band + 1), edge(band + 2)];
  const from = Math.ceil(left);
  const weights = Float64Array.from({ length: Math.max(1, Math.floor(right) - from + 1) }, (_, i) => {
    const bin = from + i;
    return Math.max(0, bin <= centre ? (bin - left) / (centre - left) : (right - bin) / (right - centre));
  });
  return { from, weights };
});
