/** How a word or a phrase of a title is said. Several entries for one word are variants, the likeliest first. */
export interface LexiconEntry {
  /** As scripts have it: a word, or several with a space between them. */
  readonly word: string;
  /** `/ʃvaʁtsənɛɡɐ/` in IPA, `Shuh-VAWN` respelt, `de:` as German reads it, `de:Schuhwonn` respelt for German. */
  readonly said: string;
  /** BCP 47: in lines of this language only; left out: in all. */
  readonly language?: string;
}

/** The longest word or phrase of a lexicon, and the longest way to say one, in characters. */
export const LONGEST = { word: 100, said: 200 } as const;
