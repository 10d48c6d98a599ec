import { describe, expect, test } from 'vitest';
import { usedEntries, type LexiconEntry } from '@mondwerk/speech';
import { asText, sayWords } from '../say.ts';

const lexicon: LexiconEntry[] = [
  { word: 'Wójcik', said: '/ˈvujtɕik/' },
  { word: 'Siobhan', said: 'Shuh-VAWN' },
  { word: 'Siobhan', said: '/ʃɪˈvɔːn/' },
  { word: 'Schwarzenegger', said: 'de:' },
  { word: 'Jean Luc', said: 'fr:' },
  { word: 'Roma', said: '/roma/' },
  { word: 'Róma', said: '/ruːma/' },
  { word: 'Charles', said: '/ʃaʁl/', language: 'fr' },
  { word: 'Charles', said: '/tʃɑːlz/' },
];

const say = async (tag: string, text: string): Promise<string> =>
  asText((await sayWords(tag, [text], lexicon))[0], true);

describe('names', () => {
  test('are said as IPA, respellings and other languages tell; the rest stays as it was', async () => {
    const [plain] = await sayWords('en', ['Then Wójcik met Schwarzenegger there.']);
    const [named] = await sayWords('en', ['Then Wójcik met Schwarzenegger there.'], lexicon);
    expect(named.map(({ phones }) => phones.join(' '))).toEqual([
      plain[0].phones.join(' '),
      'v u j tɕ i k',
      plain[2].phones.join(' '),
      'ʃ v a ɾ ts ə n ɛ ɡ ɜ',
      plain[4].phones.join(' '),
    ]);
  });
  test('may have variants', async () => {
    expect(await say('en', 'Siobhan')).toBe('Siobhan=ʃ ʌ v ɔː n {ʃ ɪ v ɔː n}');
  });
  test('may be of several words, but not across a comma', async () => {
    expect(await say('en', 'Jean Luc, Jean, Luc')).toMatch(/^Jean Luc=ʒ ɑ̃ l y k \| Jean=dʒ.* \| Luc=l .*$/u);
  });
  test('are found without accents and capitals, but exactly before that', async () => {
    expect(await say('it', 'WOJCIK roma Róma ROMA')).toMatch(
      /^WOJCIK=v u j tɕ i k \| roma=r o m a \| Róma=r uː m a \| ROMA=r o m a/u,
    );
  });
  test('are said in a language as that language says them, the other ways staying variants', async () => {
    expect(await say('fr', 'Charles')).toBe('Charles=ʃ a ʁ l {tʃ ɑː l z}');
    expect(await say('en', 'Charles')).toBe('Charles=tʃ ɑː l z');
  });
  test.each([
    ['en', 'Wójcik’s', 'v u j tɕ i k s'],
    ['en', "Siobhan's", 'ʃ ʌ v ɔː n z'],
    ['en', 'Charles’', 'tʃ ɑː l z'],
    ['en', "Charles's", 'tʃ ɑː l z ɪ z'],
    ['en', 'Wójcik-Roma', 'v u j tɕ i k r o m a'],
    ['en', 'W-Wój-Wójcik', 'v v u v u j tɕ i k'],
    ['de', 'Wójciks', 'v u j tɕ i k s'],
    ['fr', 'd’Wójcik', 'd v u j tɕ i k'],
    ['pl', 'Wójcika', 'v u j tɕ i k a'],
    ['pl', 'Wójcikowi', 'v u j tɕ i k ɔ v i'],
    ['tr', "Wójcik'in", 'v u j tɕ i k ɪ n'],
  ])('keep their sounds when inflected: %s %s', async (tag, word, phones) => {
    const [[said]] = await sayWords(tag, [word], lexicon);
    expect(said.phones.join(' ')).toBe(phones);
  });
  test('are found where no spaces part words', async () => {
    const names = [
      { word: '田中', said: '/tanaka/' },
      { word: 'จอห์น', said: 'en:John' },
      { word: '张伟', said: '/tʂaŋ weɪ/' },
    ];
    expect(asText((await sayWords('ja', ['私は田中です'], names))[0])).toContain('田中=t a n a k a');
    expect(asText((await sayWords('th', ['ผมชื่อจอห์น'], names))[0])).toContain('จอห์น=dʒ ɑː n');
    expect(asText((await sayWords('zh', ['我是张伟。'], names))[0])).toContain('张伟=tʂ a ŋ w eɪ');
  });
});

test('only those entries are used that a script in their language has', () => {
  const lines = [{ text: 'WOJCIK met Charles.' }, { text: 'Roma', language: 'it' }];
  expect(usedEntries(lexicon, lines, 'en').map(({ word, said }) => `${word} ${said}`)).toEqual([
    'Wójcik /ˈvujtɕik/',
    'Roma /roma/',
    'Róma /ruːma/',
    'Charles /tʃɑːlz/',
  ]);
});
