import type { TimeSpan } from '@mondwerk/film';
import type { LineProblem } from '../pipeline/lines/lineCodes.ts';

/** Something that was heard, in seconds on the clock of the alignment. */
export interface Heard extends TimeSpan {
  readonly text: string;
  /** 0..1: how well it fits what was heard. */
  readonly confidence: number;
  /** Index of its line. */
  readonly line: number;
}

/** A line of the script and how it was found. */
export interface HeardLine extends TimeSpan {
  /** Counted from 0, as in reports. */
  readonly index: number;
  readonly text: string;
  readonly confidence: number;
  /** Whether the sound carries the text. */
  readonly fits: boolean;
  /** Why it does not. */
  readonly problem?: LineProblem;
  readonly character?: string;
}

/** Which clock times are told on: that of the sound as it is, that of the script, or that of a film. */
export type AlignmentClock = 'voice' | 'script' | 'film';

/** What is said when in a sound. */
export interface Alignment {
  /** The name of the sound's file. */
  readonly voice: string;
  /** The name of the script's file, `null` where there was none. */
  readonly script: string | null;
  /** BCP 47. */
  readonly language: string;
  readonly clock: AlignmentClock;
  /** How long the sound lasts. */
  readonly seconds: number;
  /** In the order of their times, as are `phones`. */
  readonly words: readonly Heard[];
  /** Sounds of speech only: where there is none, it is silent, or nothing of the script is said. */
  readonly phones: readonly Heard[];
  /** In the order of the script. */
  readonly lines: readonly HeardLine[];
}
