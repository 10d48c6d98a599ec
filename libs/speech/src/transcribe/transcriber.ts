import type { Line } from '@mondwerk/film';
import type { Sound } from '../align/sound.ts';

/** A sound that can be heard again from its beginning, as often as it takes. */
export type SoundSource = () => Sound;

/** A word that was understood, in seconds of the sound; its times are rough, the aligner finds the true ones. */
export interface TranscribedWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** 0..1; left out where the engine does not tell. */
  readonly confidence?: number;
}

/** What was understood in a sound. */
export interface Transcript {
  /** BCP 47: as it was given, or as it was recognised. */
  readonly language: string;
  readonly words: readonly TranscribedWord[];
  /** The words in lines of at most about two rows of subtitles, with their times. */
  readonly lines: readonly Line[];
}

/** How a sound is to be understood. */
export interface TranscribeOptions {
  /** BCP 47; recognised from the sound when not given. */
  readonly language?: string | undefined;
  readonly signal: AbortSignal;
  /** Told how many seconds of speech have been understood, of how many. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** What writes down what is said in a sound. */
export interface Transcriber {
  /** The name by which people know it. */
  readonly name: string;
  /** Writes down what is said. @throws Refusal for what a person can put right, the signal's reason when stopped. */
  transcribe(sound: SoundSource, options: TranscribeOptions): Promise<Transcript>;
}
