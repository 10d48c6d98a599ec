import { PowerSpectrum } from './fourier.ts';
import { melFilters } from './melFilters.ts';

/** Samples per second that the aligner works at. */
export const SAMPLE_RATE = 16000;
/** Samples from one frame to the next: 5 ms, so that a three-state phone can be as short as fast speech has it. */
const HOP = 80;
/** Seconds from one frame to the next. */
export const FRAME_SECONDS = HOP / SAMPLE_RATE;
/** Cepstral coefficients of a frame, the first being its level. */
export const CEPSTRA = 13;

const windowLength = 320;
/** Samples before a frame's own ones that it is measured from: half of its window and one more. */
const lead = (windowLength - HOP) / 2 + 1;
const bands = 26;
const spectrumSize = 512;

/**
 * Mel-frequency cepstra of 16 kHz sound (Davis and Mermelstein 1980) that comes in portions: frames × `CEPSTRA`, frame
 * f centred on sample (f + ½) × `HOP`. Outside its ends a sound is silent.
 */
export class CepstrumMeter {
  private readonly spectrum = new PowerSpectrum(spectrumSize);
  private readonly signal = new Float64Array(windowLength);
  private readonly powers = new Float64Array(spectrumSize / 2 + 1);
  private readonly energies = new Float64Array(bands);
  /** Samples that frames to come are measured from. */
  private waiting = new Float32Array(lead);
  private frames = 0;
  private samples = 0;

  /** Seconds taken so far. */
  get seconds(): number {
    return this.samples / SAMPLE_RATE;
  }

  /** The frames that are complete with these samples. */
  take(samples: Float32Array): Float32Array {
    this.samples += samples.length;
    return this.measureAll(samples);
  }

  /** The frames at the end, which reach beyond it; one at least for every sound. */
  rest(): Float32Array {
    const total = Math.max(1, Math.floor(this.samples / HOP));
    const missing = total - this.frames;
    return this.measureAll(new Float32Array(windowLength)).subarray(0, missing * CEPSTRA);
  }

  private measureAll(samples: Float32Array): Float32Array {
    const all = new Float32Array(this.waiting.length + samples.length);
    all.set(this.waiting);
    all.set(samples, this.waiting.length);
    const count = Math.max(0, Math.floor((all.length - windowLength - 1) / HOP) + 1);
    const out = new Float32Array(count * CEPSTRA);
    for (let frame = 0; frame < count; frame++) this.measure(all, frame * HOP, out, frame * CEPSTRA);
    this.frames += count;
    this.waiting = all.slice(count * HOP);
    return out;
  }

  private measure(samples: Float32Array, start: number, out: Float32Array, at: number): void {
    const { signal, powers, energies } = this;
    for (let i = 0; i < windowLength; i++) {
      signal[i] = (samples[start + i + 1] - 0.97 * samples[start + i]) * hamming[i];
    }
    this.spectrum.measure(signal, powers);
    filters.forEach(({ from, weights }, band) => {
      let sum = 1e-9;
      for (let i = 0; i < weights.length; i++) sum += powers[from + i] * weights[i];
      energies[band] = Math.log(sum);
    });
    for (let c = 0; c < CEPSTRA; c++) {
      let sum = 0;
      for (let band = 0; band < bands; band++) sum += energies[band] * cosines[c * bands + band];
      out[at + c] = sum;
    }
  }
}

const hamming = Float64Array.from(
  { length: windowLength },
  (_, i) => 0.54 - 0.46 * Math.cos((2 * Math.PI * i) / (windowLength - 1)),
);

const cosines = Float64Array.from({ length: CEPSTRA * bands }, (_, at) => {
  const [c, band] = [Math.floor(at / bands), at % bands];
  return Math.sqrt(2 / bands) * Math.cos((Math.PI * c * (band + 0.5)) / bands);
});

const filters = melFilters(bands, spectrumSize, SAMPLE_RATE);
