import { SOUND_RATE } from '@mondwerk/speech';
import type { SpokenCase } from './alignCase.ts';

/** A case with white noise under it, so many decibels below the voice. */
export const withNoise = (spoken: SpokenCase, decibels: number): SpokenCase => ({
  ...spoken,
  name: `${spoken.name}, noise at ${decibels} dB`,
  samples: mix(spoken.samples, white(spoken.samples.length), decibels),
});

/** A case with music and effects under it, so many decibels below the voice. */
export const withMusic = (spoken: SpokenCase, decibels: number): SpokenCase => ({
  ...spoken,
  name: `${spoken.name}, music at ${decibels} dB`,
  samples: mix(spoken.samples, music(spoken.samples.length), decibels),
});

/** Lays `under` below the loud parts of a voice. */
function mix(voice: Float32Array, under: Float32Array, decibels: number): Float32Array {
  const loud = voice.filter((value) => Math.abs(value) > 0.01);
  const gain = (levelOf(loud) / levelOf(under)) * 10 ** (-decibels / 20);
  return voice.map((value, at) => value + gain * under[at]);
}

const levelOf = (samples: Float32Array): number =>
  Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / Math.max(1, samples.length));

/** Always the same noise, -1..1. */
function white(length: number): Float32Array {
  let seed = 4711;
  return Float32Array.from({ length }, () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) | 0;
    return seed / 2147483648;
  });
}

const chords = [
  [220, 277.2, 329.6],
  [196, 246.9, 293.7],
  [174.6, 220, 261.6],
  [164.8, 207.7, 246.9],
];

/** Chords with tremolo that change every two seconds, a drum every half second, and pink noise. */
function music(length: number): Float32Array {
  const noise = white(length);
  let pink = 0;
  return noise.map((value, at) => {
    const time = at / SOUND_RATE;
    const tremolo = 0.6 + 0.4 * Math.sin(2 * Math.PI * 5 * time);
    const chord = chords[Math.floor(time / 2) % chords.length];
    const tones = chord.reduce((sum, hertz) => sum + tone(hertz, time), 0) * 0.12 * tremolo;
    pink = 0.98 * pink + 0.1 * value;
    const beat = time % 0.5;
    const drum = Math.exp(-beat * 25) * (0.7 * Math.sin(2 * Math.PI * 70 * beat) + 0.3 * value);
    return tones + 0.3 * pink + 0.5 * drum;
  });
}

/** A tone with harmonics, as strings have them. */
const tone = (hertz: number, time: number): number =>
  [1, 2, 3, 4].reduce((sum, harmonic) => sum + Math.sin(2 * Math.PI * hertz * harmonic * time) / harmonic, 0);
