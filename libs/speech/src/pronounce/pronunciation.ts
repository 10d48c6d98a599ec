/** A written word and the IPA segments it is said with; none where nobody knows how to say it. */
export interface SpokenWord {
  readonly word: string;
  readonly phones: readonly string[];
  /** Other ways in which people say it; the aligner takes what is heard. */
  readonly others?: readonly (readonly string[])[];
}

/** How a line is said, word by word. `line` is the line's index. */
export interface Pronunciation {
  readonly line: number;
  readonly words: readonly SpokenWord[];
}
