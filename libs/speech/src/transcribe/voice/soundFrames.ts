import { SAMPLE_RATE } from '../../align/cepstra.ts';
import { PowerSpectrum } from '../../align/fourier.ts';
import { melFilters } from '../../align/melFilters.ts';
import type { Sound } from '../../align/sound.ts';

/** Seconds from one frame to the next. */
export const FRAME_SECONDS = 0.01;
/** Bands in which levels are kept, from 80 to 7600 Hz, equally wide to the ear. */
export const BANDS = 20;

const hop = SAMPLE_RATE * FRAME_SECONDS;
const [windowLength, spectrumSize] = [512, 1024];
const [lowestPitch, highestPitch] = [65, 420];
/** Pitch is looked for in every fourth sample: above 2 kHz noise hides it. */
const slower = 4;
const slowRate = SAMPLE_RATE / slower;
const slowLength = windowLength / slower;
const shortestLag = Math.floor(slowRate / highestPitch);
/** Two hours are 720,000 frames: a byte a number keeps them small. Half decibels above -127 dB. */
const [levelStep, quietest] = [0.5, -127];

/** What is kept of a sound, 100 frames a second. */
export interface SoundFrames {
  readonly count: number;
  readonly seconds: number;
  /** Of a band in a frame, decibels below full scale. */
  level(frame: number, band: number): number;
  /** 0..1: how much a frame repeats itself, as voiced sounds and tones do. */
  periodicity(frame: number): number;
  /** In semitones above 65 Hz; means nothing where nothing repeats. */
  pitch(frame: number): number;
}

/** Listens to a sound from its beginning to its end; 22 bytes a frame are kept. */
export async function hearFrames(sound: Sound): Promise<SoundFrames> {
  const kept: Uint8Array[] = [];
  const ear = new Ear();
  let rest = new Float32Array(windowLength - hop);
  let samples = 0;
  for await (const portion of sound) {
    samples += portion.length;
    const heard = new Float32Array(rest.length + portion.length);
    heard.set(rest);
    heard.set(portion, rest.length);
    const frames = Math.max(0, Math.floor((heard.length - windowLength) / hop) + 1);
    const rows = new Uint8Array(frames * ROW);
    for (let frame = 0; frame < frames; frame++) {
      ear.hear(heard.subarray(frame * hop, frame * hop + windowLength), rows.subarray(frame * ROW));
    }
    kept.push(rows);
    rest = heard.slice(frames * hop);
  }
  return framesOf(joined(kept), samples / SAMPLE_RATE);
}

/** Bytes of a frame: its levels, its periodicity, its pitch. */
const ROW = BANDS + 2;

function framesOf(rows: Uint8Array, seconds: number): SoundFrames {
  return {
    count: rows.length / ROW,
    seconds,
    level: (frame, band) => rows[frame * ROW + band] * levelStep + quietest,
    periodicity: (frame) => rows[frame * ROW + BANDS] / 255,
    pitch: (frame) => rows[frame * ROW + BANDS + 1] / 7,
  };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Measures one frame after the other, its buffers reused. */
class Ear {
  readonly #spectrum = new PowerSpectrum(spectrumSize);
  readonly #signal = new Float64Array(windowLength);
  readonly #powers = new Float64Array(spectrumSize / 2 + 1);
  readonly #slow = new Float64Array(slowLength);

  hear(samples: Float32Array, row: Uint8Array): void {
    for (let i = 0; i < windowLength; i++) this.#signal[i] = samples[i] * hann[i];
    this.#spectrum.measure(this.#signal, this.#powers);
    bands.forEach(({ from, weights }, band) => {
      let sum = 1e-13;
      for (let i = 0; i < weights.length; i++) sum += this.#powers[from + i] * weights[i];
      const level = 10 * Math.log10((sum * 8) / (3 * windowLength * windowLength));
      row[band] = Math.max(0, Math.min(255, Math.round((level - quietest) / levelStep)));
    });
    const { strength, lag } = this.#strongestRepeat(samples);
    row[BANDS] = Math.round(255 * Math.max(0, Math.min(1, strength)));
    row[BANDS + 1] = Math.round(7 * 12 * Math.max(0, Math.log2(slowRate / lag / lowestPitch)));
  }

  /** Autocorrelation of what is left below 2 kHz, freed from that of the window (Boersma 1993). */
  #strongestRepeat(samples: Float32Array): { strength: number; lag: number } {
    const slow = this.#slow;
    for (let i = 0; i < slowLength; i++) {
      let sum = 0;
      for (let tap = 0; tap < lowPass.length; tap++) {
        const at = i * slower + tap - (lowPass.length - slower) / 2;
        if (at >= 0 && at < windowLength) sum += samples[at] * lowPass[tap];
      }
      slow[i] = sum * hann[i * slower + slower / 2];
    }
    const repeats = (lag: number): number => {
      let sum = 0;
      for (let i = lag; i < slowLength; i++) sum += slow[i] * slow[i - lag];
      return sum / ownRepeats[lag];
    };
    const whole = repeats(0) + 1e-9;
    let best = { strength: 0, lag: slowRate / lowestPitch };
    let [before, here] = [repeats(shortestLag - 1), repeats(shortestLag)];
    for (let lag = shortestLag; lag < slowRate / lowestPitch; lag++) {
      const after = repeats(lag + 1);
      if (here >= before && here > after) {
        const bend = before - 2 * here + after;
        const strength = (here - (before - after) ** 2 / (8 * bend)) / whole;
        // An octave lower repeats as well: the shorter lag is the pitch.
        if (strength > best.strength + 0.02) best = { strength, lag: lag + (before - after) / (2 * bend) };
      }
      [before, here] = [here, after];
    }
    return best;
  }
}

const hann = Float64Array.from(
  { length: windowLength },
  (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / windowLength),
);

const lowPass = Float64Array.from(
  { length: 16 },
  (_, i) => (1 - Math.cos((2 * Math.PI * (i + 0.5)) / 16)) / 16,
);

/** How much the window repeats itself. */
const ownRepeats = Float64Array.from({ length: slowLength }, (_, lag) => {
  const x = lag / slowLength;
  const turn = 2 * Math.PI * x;
  return (1 - x) * (2 / 3 + Math.cos(turn) / 3) + Math.sin(turn) / (2 * Math.PI);
});

const bands = melFilters(BANDS, spectrumSize, SAMPLE_RATE);
