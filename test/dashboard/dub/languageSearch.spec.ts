import { describe, expect, it } from 'vitest';
import { languagesMatching } from '../../../apps/dashboard/components/dub/languageSearch.ts';
import { spokenLanguages } from '../../../apps/dashboard/lib/language/spokenLanguages.ts';

const first = (typed: string, locale = 'en'): string | undefined =>
  languagesMatching(spokenLanguages(locale), typed)[0]?.tag;

describe('looking for a language', () => {
  it.each([
    ['germ', 'de'],
    ['deutsch', 'de'],
    ['DE', 'de'],
    ['mexi', 'es-MX'],
    ['español', 'es'],
    ['espanol', 'es'],
    ['日本', 'ja'],
    ['brazil', 'pt-BR'],
  ])('finds it by its name in English, its own name or its tag: %s', (typed, tag) => {
    expect(first(typed)).toBe(tag);
  });

  it('finds it by its name in the language of the interface', () => {
    expect(first('Duits', 'nl')).toBe('de');
  });

  it('lists all of them before anything is typed, and none that is not meant', () => {
    expect(languagesMatching(spokenLanguages('en'), ' ').length).toBe(spokenLanguages('en').length);
    expect(languagesMatching(spokenLanguages('en'), 'klingon')).toEqual([]);
  });
});
