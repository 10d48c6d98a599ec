import { basename } from 'node:path';
import { Refusal, type Rate, type TimecodeStart } from '@mondwerk/film';
import { probe, probeSound, timecodeStart, type Film } from '@mondwerk/media';

/** A voice that can be heard: a sound, or a film whose first sound it is. */
export interface OpenedVoice {
  readonly path: string;
  readonly name: string;
  /** How long it lasts; a film, from its first frame to its last. */
  readonly seconds: number;
  /** `null` for a sound without moving pictures. */
  readonly film: Film | null;
}

/** Looks at a voice; times of a film's sound count from its first frame. @throws Refusal for what holds no sound. */
export async function openVoice(path: string): Promise<OpenedVoice> {
  const { seconds } = await probeSound(path);
  const film = await filmIn(path, seconds);
  return { path, name: basename(path), seconds: film?.clock.end ?? seconds, film };
}

/** Pictures that Mondwerk does not render do no harm to a sound, nor does one that only shows a record's cover. */
async function filmIn(path: string, seconds: number): Promise<Film | null> {
  try {
    const film = await probe(path);
    return film.clock.end > seconds / 2 ? film : null;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** How the film of a voice counts its frames; `undefined` where it is none. */
export const countOfFilm = ({ film }: OpenedVoice): { rate: Rate; start: TimecodeStart } | undefined =>
  film === null ? undefined : { rate: film.rate, start: timecodeStart(film) };
