import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parseLexicon, readLexicon, readSaid } from '@mondwerk/speech';

describe('a lexicon', () => {
  test.each([
    ['with the names of its columns', 'word,said,language,note\nSiobhan,Shuh-VAWN,en,Irish\n'],
    ['in another order', 'language,note,said,word\nen,Irish,Shuh-VAWN,Siobhan\n'],
    ['without names of columns', 'Siobhan,Shuh-VAWN,en,Irish'],
    ['with semicolons', 'word;said;language;note\nSiobhan;Shuh-VAWN;en;Irish'],
    ['with tabs', 'Siobhan\tShuh-VAWN\ten\tIrish\r\n'],
    ['in quotes, with a mark, remarks and gaps', '\ufeff# names\n\n"Siobhan" ,"Shuh-VAWN",en,"Irish"\n,,,\n'],
  ])('%s', (_, text) => {
    expect(parseLexicon(text, 'names.csv')).toEqual([
      { word: 'Siobhan', said: 'Shuh-VAWN', language: 'en', note: 'Irish' },
    ]);
  });

  test('in plain rows, where a comma is a mark of stress', () => {
    expect(parseLexicon('Jean Luc = fr:\nNguyen=/ŋwiən/\nSchwarzenegger = /ˈʃva,ɐ/', 'names.txt')).toEqual([
      { word: 'Jean Luc', said: 'fr:' },
      { word: 'Nguyen', said: '/ŋwiən/' },
      { word: 'Schwarzenegger', said: '/ˈʃva,ɐ/' },
    ]);
  });

  test('with commas and line ends in a note', () => {
    expect(parseLexicon('Anna,Ah-na,,"the mother,\nsays ""yes"""\nBen,ben', 'x.csv')).toEqual([
      { word: 'Anna', said: 'Ah-na', note: 'the mother,\nsays "yes"' },
      { word: 'Ben', said: 'ben' },
    ]);
  });

  test.each([
    ['', 'has no entries: write one a row'],
    ['word,said\n', 'has no entries'],
    ['Anna,ah-na\nBen', 'x.csv, row 2 does not say how "Ben" is said: write it behind the word'],
    ['Anna,ah-na\n\n,ben', 'x.csv, row 3 has no word'],
    [
      'Anna,ah-na,Klingon!',
      'x.csv, row 1: "Klingon!" is no language: write a BCP 47 tag such as fr or pt-BR',
    ],
    ['Anna,/a漢a/', 'x.csv, row 1: It cannot be told how "Anna" is said: "漢" in /a漢a/ is no letter of IPA'],
    ['Anna,"..."', 'has no letters: write it as it sounds'],
    [`${'a'.repeat(101)},b`, 'x.csv, row 1: the word is longer than 100 characters'],
    ['a,b\n'.repeat(5001), 'has 5001 entries, more than 5000'],
  ])('is refused with what to write: %.30s', (text, sentence) => {
    expect(() => parseLexicon(text, 'x.csv')).toThrow(
      expect.objectContaining({ code: 'lexicon-unreadable' }),
    );
    expect(() => parseLexicon(text, 'x.csv')).toThrow(sentence);
  });

  test('is read from a file in UTF-16 too, a film is not', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lexicon-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, 'a.csv'), Buffer.from('\ufeffZoë,Zo-ee\n', 'utf16le'));
    expect(await readLexicon(join(folder, 'a.csv'))).toEqual([{ word: 'Zoë', said: 'Zo-ee' }]);
    await writeFile(join(folder, 'b.csv'), Buffer.from([0, 0, 0, 32, 102, 116, 121, 112, 1, 2]));
    await expect(readLexicon(join(folder, 'b.csv'))).rejects.toThrow(
      'The lexicon b.csv is no text in Unicode',
    );
    await expect(readLexicon(join(folder, 'c.csv'))).rejects.toThrow(
      'The lexicon c.csv does not exist: check the path.',
    );
    await expect(readLexicon(folder)).rejects.toThrow('is no ordinary file: give a text file.');
    await truncate(join(folder, 'b.csv'), 5_000_000_000);
    await expect(readLexicon(join(folder, 'b.csv'))).rejects.toThrow('is larger than 4 MB');
  });
});

describe('how a word is said', () => {
  test.each([
    ['/ʃvaʁtsənɛɡɐ/', { phones: 'ʃ v a ʁ ts ə n ɛ ɡ ɐ'.split(' ') }],
    ["[ˈʃɪ.'vɔːn]", { phones: 'ʃ ɪ v ɔː n'.split(' ') }],
    ['/ʒɑ̃ lyk/', { phones: 'ʒ ɑ̃ l y k'.split(' ') }],
    ['/t͡ʃao/', { phones: 'tʃ a o'.split(' ') }],
    ['Shuh-VAWN', { text: 'shuh-vawn' }],
    ['de:', { text: 'Word', language: 'de' }],
    ['pt-BR: Shooshah', { text: 'shooshah', language: 'pt-BR' }],
  ])('%s', (said, saying) => {
    expect(readSaid(said, 'Word')).toEqual(saying);
  });

  test.each(['/a%b/', '/a5/', '/abc', 'abc/', '//', '?!', '/日/'])('%s is refused', (said) => {
    expect(() => readSaid(said, 'Word')).toThrow(/^It cannot be told how "Word" is said: .+\.$/u);
  });
});
