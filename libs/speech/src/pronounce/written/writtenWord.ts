import type { Saying } from '../lexicon/readSaid.ts';

/** Only what something begins with: its consonants, or with `vowel` its first vowel too. */
export interface Onset {
  readonly onsetOf: Saying;
  readonly vowel: boolean;
}

/** A part of what a word is said as. */
export type Piece = Saying | Onset;

/** A word of a line, and what is to be read for it. */
export interface WrittenWord {
  /** As people wrote it, without the signs round it. */
  readonly word: string;
  /** What is read in its place when the line is read whole, with the signs that part clauses. */
  readonly text: string;
  /** Said before it, where somebody stammers. */
  readonly before?: readonly Piece[];
  /** What it is said as, whatever the reader of the line makes of `text`. */
  readonly said?: readonly Piece[];
  /** Other ways to say it, the likeliest first. */
  readonly also?: readonly (readonly Piece[])[];
}
