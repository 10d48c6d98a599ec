import type { Phone, Rate } from '@mondwerk/film';
import { cueMouths } from '@mondwerk/lipsync';
import { tellCues, type ToldCue } from './toldCues.ts';
import { wantedMouth, type Watched, type WantedMouth } from './wantedMouth.ts';

/** What a voice asks of a mouth. */
export interface ToldMouth {
  /** The shapes that it must reach, ascending in time. */
  readonly cues: readonly ToldCue[];
  /** How it moves, frame by frame. */
  readonly wanted: WantedMouth;
}

const UNWATCHED: Watched = { signal: new AbortController().signal, reach: () => {} };

/** Finds out what sounds ask of the mouth of somebody of whom nothing is known. */
export async function tellMouth(
  phones: readonly Phone[],
  clock: { readonly rate: Rate; readonly seconds: number },
  watched: Watched = UNWATCHED,
): Promise<ToldMouth> {
  const cues = phones.length > 0 ? cueMouths(phones) : [];
  return { cues: tellCues(cues, phones, clock), wanted: await wantedMouth(phones, cues, clock, watched) };
}
