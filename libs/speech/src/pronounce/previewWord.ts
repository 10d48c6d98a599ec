import type { Language } from '../language/languages.ts';
import { checkLanguage } from '../language/checkLanguage.ts';
import type { LexiconEntry } from './lexicon/lexiconEntry.ts';
import { phonemise } from './phonemise.ts';

/** How a word would be said, for people to look at. */
export interface WordPreview {
  /** IPA segments. */
  readonly phones: readonly string[];
  readonly others: readonly (readonly string[])[];
}

/**
 * How a word or a phrase is said in a language (BCP 47), as `said` tells, or without it as its reader says it.
 * @throws Refusal as `checkLanguage` and `phonemise`.
 */
export async function previewWord(word: string, tag: string, said?: string): Promise<WordPreview> {
  const language: Language = await checkLanguage(tag);
  const lexicon: LexiconEntry[] = said === undefined ? [] : [{ word, said }];
  const [{ words }] = await phonemise([{ index: 0, text: word }], language, lexicon);
  return {
    phones: words.flatMap(({ phones }) => phones),
    others: words.length === 1 ? (words[0].others ?? []) : [],
  };
}
