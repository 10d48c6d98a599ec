import type { Line, Phone } from '@mondwerk/film';

/** Speech whose truth is known. */
export interface SpokenCase {
  readonly name: string;
  /** BCP 47. */
  readonly language: string;
  /** Mono, at the aligner's rate. */
  readonly samples: Float32Array;
  /** With their true times. */
  readonly lines: readonly Line[];
  /** What could be said in this language, but is nowhere in the sound. */
  readonly otherTexts: readonly string[];
  /** True instants of a line, by its position, which are found in its phones: pairs of found and true seconds. */
  readonly compare: (line: number, phones: readonly Phone[]) => readonly Comparison[];
}

/** A found instant beside the true one, in seconds, and how sure the aligner was. */
export interface Comparison {
  readonly found: number;
  readonly real: number;
  readonly confidence: number;
}
