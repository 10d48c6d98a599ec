import type { Phone, Rate } from '@mondwerk/film';
import { cueMouths, loadPrior } from '@mondwerk/lipsync';
import { tellCues, type ToldCue } from './toldCues.ts';
import { wantedMouth, type WantedMouth } from './wantedMouth.ts';

/** What a voice asks of a mouth. */
export interface ToldMouth {
  /** The shapes that it must reach, ascending in time. */
  readonly cues: readonly ToldCue[];
  /** How it moves, frame by frame. */
  readonly wanted: WantedMouth;
}

/** Finds out what sounds ask of the mouth of somebody of whom nothing is known. */
export function tellMouth(
  phones: readonly Phone[],
  clock: { readonly rate: Rate; readonly seconds: number },
): ToldMouth {
  const cues = phones.length > 0 ? cueMouths(phones) : [];
  return { cues: tellCues(cues, phones, clock), wanted: wantedMouth(phones, cues, clock, loadPrior()) };
}
