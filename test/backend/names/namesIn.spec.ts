import { describe, expect, it } from 'vitest';
import { namesIn } from '../../../apps/backend/src/names/namesIn.ts';

const none = { characters: [], known: [] };
const wordsOf = (...args: Parameters<typeof namesIn>): string[] => namesIn(...args).map(({ word }) => word);

describe('likely names', () => {
  it('begin with a capital inside a sentence and are never written small', () => {
    const lines = [
      'Where is Wójcik?',
      'The dog, you know. Nobody saw Wójcik’s dog.',
      'I think it is Will.',
      'He will.',
    ];
    expect(namesIn([{ language: 'en', lines }], none)).toEqual([
      { word: 'Wójcik', occurrences: 2, languages: ['en'], example: 'Where is Wójcik?' },
    ]);
  });

  it('are what all scripts have, where a language gives every noun a capital', () => {
    const scripts = [
      { language: 'de', lines: ['Hat der Hund den Wójcik gesehen?'] },
      { language: 'fr', lines: ['Le chien a vu Wójcik à Zürich ?'] },
    ];
    expect(wordsOf(scripts, none)).toEqual(['Wójcik', 'Zürich']);
  });

  it('are the characters first, even at the beginning of a line', () => {
    const scripts = [{ language: 'en', lines: ['Siobhan!', 'We met Nguyen, Nguyen and Nguyen.'] }];
    expect(wordsOf(scripts, { characters: ['SIOBHAN'], known: [] })).toEqual(['Siobhan', 'Nguyen']);
  });

  it('are left out once somebody has said how they are said, and in lines that shout', () => {
    const scripts = [{ language: 'en', lines: ['And Jean Luc came.', 'RUN TO WÓJCIK NOW'] }];
    expect(wordsOf(scripts, { characters: [], known: ['jean luc'] })).toEqual([]);
  });
});
