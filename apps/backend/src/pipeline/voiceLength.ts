import { basename } from 'node:path';
import { Refusal } from '@mondwerk/film';

interface Lasting {
  readonly path: string;
  readonly seconds: number;
}

/** How far a voice may differ from its film before it is taken for the wrong one, in seconds. */
export const voiceTolerance = (filmSeconds: number): number => 1 + filmSeconds / 100;

/** Checks that voice and film are about equally long; `toFit` says how to have it fitted. @throws Refusal `voice-length` */
export function checkVoiceLength(voice: Lasting, film: Lasting, toFit = 'add --fit-voice'): void {
  if (Math.abs(voice.seconds - film.seconds) <= voiceTolerance(film.seconds)) return;
  throw new Refusal(
    'voice-length',
    `${basename(voice.path)} lasts ${voice.seconds.toFixed(1)} s but ${basename(film.path)} lasts ` +
      `${film.seconds.toFixed(1)} s: send the voice for the whole film, or ${toFit} to pad it with silence ` +
      `or cut it at the film's end.`,
  );
}

/** The voice exactly as long as the film: silence added, or the rest cut off. It comes and goes in portions. */
export async function* fitSamples(
  sound: AsyncIterable<Float32Array>,
  filmSeconds: number,
  sampleRate: number,
): AsyncGenerator<Float32Array> {
  let missing = Math.round(filmSeconds * sampleRate);
  for await (const samples of sound) {
    const part = samples.subarray(0, missing);
    if (part.length > 0) yield part;
    missing -= part.length;
    if (missing === 0) return;
  }
  for (let next = 0; missing > 0; missing -= next) {
    next = Math.min(missing, sampleRate);
    yield new Float32Array(next);
  }
}
