import type { Line } from '@mondwerk/film';
import { languageOfLine } from '../languageOfLine.ts';
import type { LexiconEntry } from './lexiconEntry.ts';
import { covers, tolerantKey } from './lexiconIndex.ts';

/**
 * The entries of a lexicon that may change how lines are said, in order: their word occurs in a line whose language
 * they are for. `tag` (BCP 47) is the language of lines that have none of their own.
 */
export function usedEntries(
  lexicon: readonly LexiconEntry[],
  lines: readonly Pick<Line, 'text' | 'language'>[],
  tag: string,
): LexiconEntry[] {
  const texts = [...Map.groupBy(lines, (line) => languageOfLine(line, tag))].map(([language, own]) => ({
    language,
    text: tolerantKey(own.map(({ text }) => text).join('\n')),
  }));
  const used = lexicon.filter(({ word, language }) => {
    const key = tolerantKey(word);
    return texts.some(
      ({ language: spoken, text }) =>
        (language === undefined || covers(language, spoken)) && text.includes(key),
    );
  });
  return used.map(({ word, said, language }) => ({
    word,
    said,
    ...(language === undefined ? {} : { language }),
  }));
}
