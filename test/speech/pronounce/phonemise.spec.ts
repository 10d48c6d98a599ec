import { describe, expect, test } from 'vitest';
import { articulationOf, splitIpa } from '@mondwerk/phonetics';
import { checkLanguage, phonemise } from '@mondwerk/speech';

const say = async (tag: string, ...texts: string[]) => {
  const lines = texts.map((text, index) => ({ index, text }));
  const said = await phonemise(lines, await checkLanguage(tag));
  return said.map(({ words }) => words.map(({ word, phones }) => `${word}=${phones.join(' ')}`).join(' | '));
};

const samples: Record<string, string> = {
  en: 'Hello, my friend. Where were you?',
  'en-GB': 'She sells sea shells, Mr. Jones.',
  es: 'Hola, ¿cómo estás? Son las 10:30.',
  'es-419': 'Gracias por el vino.',
  fr: 'Un petit homme est allé à la montagne.',
  de: 'Ich möchte fünf Äpfel und Züge pfeifen.',
  nl: 'Goedemorgen, hoe gaat het met u?',
  it: 'Gli gnocchi sono buonissimi.',
  'pt-BR': 'Bom dia, o coração não está bem.',
  'pt-PT': 'Bom dia, o coração não está bem.',
  pl: 'Dzień dobry, jak się masz, chrząszcz?',
  ja: '私の名前は田中です。学校に行って、東京へ行きましょう。',
  hi: 'मेरा नाम राम है। आप कैसे हैं?',
  ar: 'مرحبا يا صديقي كيف حالك اليوم',
  zh: '今天天气很好，我有25个苹果。',
  'zh-Hant': '請問你說什麼？',
};

describe('every language is said in segments that phonetics knows', () => {
  test.each(Object.entries(samples))('%s', async (tag, text) => {
    const [said] = await phonemise([{ index: 4, text }], await checkLanguage(tag));
    const phones = said.words.flatMap((word) => word.phones);
    expect(said.line).toBe(4);
    expect(phones.length).toBeGreaterThan(9);
    for (const word of said.words) expect(word.phones.length, word.word).toBeGreaterThan(0);
    for (const ipa of phones) {
      expect(splitIpa(ipa)).toEqual([ipa]);
      expect(Math.max(...articulationOf(ipa)), ipa).toBeGreaterThan(0);
    }
  });
});

describe('words keep their sounds', () => {
  test('numbers and abbreviations are read out', async () => {
    expect(await say('en', 'Mr. Bell has 25')).toEqual([
      'Mr=m ɪ s t ɚ | Bell=b ɛ l | has=h ɐ z | 25=t w ɛ n t i f aɪ v',
    ]);
  });
  test('liaison stays with its word', async () => {
    expect(await say('fr', 'les amis')).toEqual(['les=l e z | amis=a m i']);
  });
  test('clauses do not mix lines', async () => {
    expect(await say('en', 'No. Yes! No?', 'Go')).toEqual(['No=n oʊ | Yes=j ɛ s | No=n oʊ', 'Go=ɡ oʊ']);
  });
  test('kanji are read, particles as they are said', async () => {
    expect((await say('ja', '私は学校へ行って')).map((said) => said.normalize())).toEqual([
      '私=w ä t ä ɕ i | は=w ä | 学校=ɡ ä k k o̞ o̞ | へ=e̞ | 行って=i t t e̞',
    ]);
  });
  test('hanzi are read, Latin words among them too', async () => {
    expect(await say('zh', '我买iPhone')).toEqual(['我=w o | 买=m a i | iPhone=aɪ f oʊ n']);
  });
  test('Arabic gets the short vowels that its writing leaves out', async () => {
    expect(await say('ar', 'مرحبا')).toEqual(['مرحبا=m a r ħ a b aː']);
  });
});

describe('languages', () => {
  test.each([
    ['en-AU', 'en-us'],
    ['pt_BR', 'pt-br'],
    ['zh-Hant-TW', 'en-us'],
    ['ru-RU', 'ru'],
    ['cy', 'cy'],
  ])('%s falls back to the voice %s', async (tag, voice) => {
    expect((await checkLanguage(tag)).voice).toBe(voice);
  });
  test.each(['xx', 'klingon!', ''])('"%s" is refused with examples and where the list is', async (tag) => {
    await expect(checkLanguage(tag)).rejects.toMatchObject({
      code: 'language-unknown',
      message: `The language "${tag}" is not known: give a BCP 47 tag such as es, pt-BR or zh, of a language that espeak-ng --voices lists.`,
    });
  });
});
