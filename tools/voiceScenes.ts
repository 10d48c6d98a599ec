import type { TimeSpan } from '@mondwerk/film';
import { SOUND_RATE } from '@mondwerk/speech';
import { toAlignerRate } from '../libs/speech/src/align/resample.ts';
import { speak } from './espeakVoices.ts';
import type { Manner } from './espeakLibrary.ts';
import { music, pinkNoise, randomFrom, under, whiteNoise } from './soundscapes.ts';

/** A sound of `SOUND_RATE`, and where in it somebody speaks. */
export interface VoiceScene {
  readonly samples: Float32Array;
  readonly spoken: readonly TimeSpan[];
}

/** Adds to a voice what else is to be heard; the same again for the same seed. */
export type Background = (voice: Float32Array, seed: number) => Float32Array;

const musicFor = (voice: Float32Array, seed: number): Float32Array =>
  music(voice.length / SOUND_RATE, SOUND_RATE, seed);

/** What voices are heard with, by name; decibels are how much quieter it is than the voice. */
export const BACKGROUNDS: Readonly<Record<string, Background>> = {
  clean: (voice, seed) => under(voice, whiteNoise(voice.length, seed), 60),
  'white noise 20 dB': (voice, seed) => under(voice, whiteNoise(voice.length, seed), 20),
  'pink noise 15 dB': (voice, seed) => under(voice, pinkNoise(voice.length, seed), 15),
  'pink noise 10 dB': (voice, seed) => under(voice, pinkNoise(voice.length, seed), 10),
  'music 20 dB': (voice, seed) => under(voice, musicFor(voice, seed), 20),
  'music 12 dB': (voice, seed) => under(voice, musicFor(voice, seed), 12),
  'music between': musicBetween,
  'music after': musicAfter,
  'music 6 dB': (voice, seed) => under(voice, musicFor(voice, seed), 6),
};

/** Music that swells in the pauses, about as loud as the voice. */
function musicBetween(voice: Float32Array, seed: number): Float32Array {
  const sound = musicFor(voice, seed);
  const mixed = under(voice, sound, 25);
  const near = new Uint8Array(voice.length);
  const reach = 0.3 * SOUND_RATE;
  voice.forEach((value, at) => {
    if (Math.abs(value) > 0.01 && near[at] === 0) near.fill(1, Math.max(0, at - reach), at + reach);
  });
  return mixed.map((value, at) => (near[at] === 1 ? value : value + 0.25 * sound[at]));
}

/** Twenty seconds of music alone, once everything is said. */
function musicAfter(voice: Float32Array, seed: number): Float32Array {
  const tail = 20 * SOUND_RATE;
  const out = new Float32Array(voice.length + tail);
  out.set(under(voice, whiteNoise(voice.length, seed), 55));
  const sound = music(tail / SOUND_RATE, SOUND_RATE, seed + 77);
  out.set(
    sound.map((value) => 0.25 * value),
    voice.length,
  );
  return out;
}

/** Sentences one after the other, some louder than others, with pauses of 0.4 to 3 seconds. */
export function speakWithPauses(sentences: readonly string[], manner: Manner, seed: number): VoiceScene {
  const random = randomFrom(seed);
  const parts: Float32Array[] = [];
  const spoken: TimeSpan[] = [];
  let at = 0;
  for (const sentence of sentences) {
    const pause = new Float32Array(Math.round((0.4 + 2.5 * random() ** 2) * SOUND_RATE));
    const speech = speak(sentence, manner);
    const gain = 0.4 + 0.6 * random();
    const samples = toAlignerRate(speech.samples, speech.sampleRate).map((value) => gain * value);
    const start = at + pause.length;
    const last = samples.findLastIndex((value) => Math.abs(value) > 0.003) / SOUND_RATE;
    for (const phone of speech.phones) {
      if (/^[_\s]*$/.test(phone.ipa) || phone.start >= last) continue;
      const span = {
        start: start / SOUND_RATE + phone.start,
        end: start / SOUND_RATE + Math.min(last, phone.end),
      };
      const before = spoken.at(-1);
      if (before !== undefined && span.start - before.end < 0.005)
        spoken[spoken.length - 1] = { ...before, end: span.end };
      else spoken.push(span);
    }
    parts.push(pause, samples);
    at = start + samples.length;
  }
  const samples = new Float32Array(at);
  let to = 0;
  for (const part of parts) {
    samples.set(part, to);
    to += part.length;
  }
  return { samples, spoken };
}
