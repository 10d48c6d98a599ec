import { checkLanguage, phonemise, type LexiconEntry, type SpokenWord } from '@mondwerk/speech';

/** How lines are said, word by word. */
export async function sayWords(
  tag: string,
  texts: readonly string[],
  lexicon: readonly LexiconEntry[] = [],
): Promise<(readonly SpokenWord[])[]> {
  const lines = texts.map((text, index) => ({ index, text }));
  return (await phonemise(lines, await checkLanguage(tag), lexicon)).map(({ words }) => words);
}

/** The same as text: `word=p h o n e s`, with its other ways in braces. */
export const asText = (words: readonly SpokenWord[], withOthers = false): string =>
  words
    .map(({ word, phones, others = [] }) => {
      const rest =
        withOthers && others.length > 0 ? ` {${others.map((way) => way.join(' ')).join('; ')}}` : '';
      return `${word}=${phones.join(' ')}${rest}`;
    })
    .join(' | ');
