import { Refusal, middleOf, quantile, type FilmClock, type FrameSpan, type TimeSpan } from '@mondwerk/film';
import { LEVEL_STEP, measureLoudness } from '@mondwerk/lipsync';
import { streamSoundOfFilm, type Film } from '@mondwerk/media';
import { findSpeech, SOUND_RATE } from '@mondwerk/speech';
import type { CheckedFilm } from '../checkedFilm.ts';
import { makeOnce, type Run } from '../run.ts';
import type { Artifact } from '../workFolder.ts';

/** What is heard in a film's own sound. */
export interface FilmSound {
  /** How loud it is round each frame, in dB of full scale; `NaN` where it was not listened to. */
  readonly loudness: Float32Array;
  /** Where somebody speaks. */
  readonly speech: readonly TimeSpan[];
}

/** Seconds before and after that are listened to as well. */
const BESIDE = 1;

/** Seconds on either side of a frame's middle that count for it. */
const NEAR = 0.04;

/** What is quieter than the loud parts by more than this, in dB, is all the same: room, hiss. */
const DEPTH = 35;

/**
 * Listens to the sound of a film while some frames of it are shown; `null` where it has none that can be decoded.
 */
export async function hearFilmOnce(
  run: Run,
  { film, filmHash }: CheckedFilm,
  frames: FrameSpan,
): Promise<Artifact<FilmSound | null>> {
  return makeOnce(
    run,
    {
      stage: 'hearFilm',
      inputs: { film: filmHash, frames },
      rooms: ['film', 'media', 'speech', 'lipsync'],
    },
    { unit: 'films', total: 1 },
    () => hearFilm(film, frames),
  );
}

async function hearFilm(film: Film, frames: FrameSpan): Promise<FilmSound | null> {
  if (film.audio.length === 0 || frames.end <= frames.start) return null;
  const from = Math.max(0, film.clock.times[frames.start] - BESIDE);
  const to = film.clock.times[frames.end - 1] + BESIDE;
  try {
    const levels = await measureLoudness(soundBetween(film, from, to), SOUND_RATE);
    const { stretches } = await findSpeech(soundBetween(film, from, to));
    return {
      loudness: loudnessOf(film.clock, levels, from),
      speech: stretches.map(({ start, end }) => ({ start: start + from, end: end + from })),
    };
  } catch (error) {
    // Who speaks can be found out without the sound, only less surely.
    if (error instanceof Refusal) return null;
    throw error;
  }
}

async function* soundBetween(film: Film, from: number, to: number): AsyncGenerator<Float32Array> {
  const [first, last] = [from, to].map((seconds) => Math.round(seconds * SOUND_RATE));
  let at = 0;
  for await (const portion of streamSoundOfFilm(film, 0, SOUND_RATE)) {
    const wanted = portion.subarray(Math.max(0, first - at), Math.max(0, last - at));
    at += portion.length;
    if (wanted.length > 0) yield wanted;
    if (at >= last) return;
  }
}

function loudnessOf(clock: FilmClock, levels: Float32Array, from: number): Float32Array {
  const loud = levels.length === 0 ? 0 : quantile(Array.from(levels), 0.95);
  return Float32Array.from(clock.times, (_, frame) => {
    const middle = middleOf(clock, frame) - from;
    const near = levels.subarray(
      Math.max(0, Math.round((middle - NEAR) / LEVEL_STEP)),
      Math.max(0, Math.round((middle + NEAR) / LEVEL_STEP)),
    );
    if (near.length === 0) return NaN;
    return Math.max(loud - DEPTH, near.reduce((sum, level) => sum + level, 0) / near.length);
  });
}
