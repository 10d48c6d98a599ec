import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../../apps/dashboard/lib/language/languages.ts';
import { catalogue, messagesIn } from '../../../apps/dashboard/messages/catalogue.ts';

const languages = Object.keys(LANGUAGES) as Language[];
const texts = Object.entries(catalogue).flatMap(([room, words]) =>
  Object.entries(words as Record<string, Record<Language, string>>).map(
    ([name, text]) => [`${room}.${name}`, text] as const,
  ),
);

/** What a text needs to be told: the names between its braces, and of a choice also what it tells apart. */
function argumentsOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.tag) return [`<${element.value}>`, ...argumentsOf(element.children)];
    if (element.type === TYPE.select || element.type === TYPE.plural) {
      const inside = Object.values(element.options).flatMap(({ value }) => argumentsOf(value));
      const kinds = element.type === TYPE.select ? Object.keys(element.options).sort().join('|') : 'plural';
      return [`${element.value}:${kinds}`, ...inside];
    }
    return [element.value];
  });
}

const shapeOf = (text: string): string[] => [...new Set(argumentsOf(parse(text)))].sort();

describe('the catalogue of texts', () => {
  it('says everything in every language, with the same blanks to fill in', () => {
    const wrong = texts.flatMap(([name, text]) => {
      const wanted = shapeOf(text.en);
      return languages
        .filter(
          (language) => text[language].trim() === '' || shapeOf(text[language]).join() !== wanted.join(),
        )
        .map((language) => `${name} in ${language}: ${text[language]}`);
    });
    expect(wrong).toEqual([]);
    expect(texts.length).toBeGreaterThan(200);
  });

  it('is really translated: hardly a longer sentence is the same as in English', () => {
    const same = texts.flatMap(([name, text]) => {
      if (text.en.includes('{') || text.en.split(' ').length < 5) return [];
      return languages
        .filter((language) => language !== 'en' && text[language] === text.en)
        .map((each) => `${name} ${each}`);
    });
    expect(same).toEqual([]);
  });

  it('gives a page the texts of one language', () => {
    expect(messagesIn('nl').common.cancel).toBe('Annuleren');
    expect(Object.keys(messagesIn('fr'))).toEqual(Object.keys(catalogue));
  });
});
