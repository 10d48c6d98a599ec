import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import kuromoji, { type IpadicFeatures, type Tokenizer } from 'kuromoji';
import { growTogether } from './japaneseCounters.ts';
import { spellNumerals, type Signs } from './numerals.ts';

/** One Japanese word as written and as said, in katakana. */
export interface KanaWord {
  readonly word: string;
  readonly kana: string;
}

const signs: Signs = [
  [/(\d)\s*%/gu, '$1パーセント'],
  [/(\d{1,2}):00(?!\d)/gu, '$1時'],
  [/(\d{1,2}):(\d\d)(?!\d)/gu, '$1時$2分'],
  [/[¥￥]\s*(\d[\d.,]*)/gu, '$1円'],
  [/\$\s*(\d[\d.,]*)/gu, '$1ドル'],
  [/°C?(?![A-Za-z])/gu, '度'],
];

/** Laughter, which a dictionary takes for particles. */
const laughter = /([あうえアウエ]?(?:は{2,}|ハ{2,}|ふ{2,}|フ{2,}|へ{2,}|ヘ{2,}))/u;

let tokenizer: Promise<Tokenizer<IpadicFeatures>> | undefined;

/** Reads kanji as katakana, particles as they are said (は → ワ), long vowels marked. The dictionary loads once. */
export async function readKana(text: string): Promise<KanaWord[]> {
  tokenizer ??= openTokenizer();
  const dictionary = await tokenizer;
  const words: KanaWord[] = [];
  spellNumerals(text, signs)
    .split(laughter)
    .forEach((part, at) => {
      if (at % 2 === 1) words.push({ word: part, kana: inKatakana(part) });
      else for (const token of dictionary.tokenize(part)) addWord(words, token);
    });
  return words;
}

function addWord(words: KanaWord[], token: IpadicFeatures): void {
  if (!/[\p{L}\p{N}]/u.test(token.surface_form)) return;
  const before = words.at(-1);
  const grown = before && growTogether(before.kana, kanaOf(token));
  const last = before && { word: before.word, kana: grown?.number ?? before.kana };
  const next = { word: token.surface_form, kana: grown?.counter ?? kanaOf(token) };
  if (last !== undefined) words.pop();
  if (last !== undefined && belongTogether(last.kana, next.kana))
    words.push({ word: last.word + next.word, kana: last.kana + next.kana });
  else words.push(...(last === undefined ? [] : [last]), next);
}

const inKatakana = (kana: string): string =>
  kana.replace(/[ぁ-ゖ]/gu, (letter) => String.fromCodePoint(letter.codePointAt(0)! + 0x60));

/** The auxiliary う lengthens the vowel before it. */
const kanaOf = (token: IpadicFeatures): string =>
  token.surface_form === 'う' && token.pos === '助動詞'
    ? 'ー'
    : (token.pronunciation ?? token.reading ?? token.surface_form);

/** A doubled consonant and a long vowel reach across the dictionary's word limits. */
const belongTogether = (before: string, after: string): boolean =>
  before.endsWith('ッ') || after.startsWith('ー');

function openTokenizer(): Promise<Tokenizer<IpadicFeatures>> {
  const dicPath = join(dirname(createRequire(import.meta.url).resolve('kuromoji/package.json')), 'dict');
  return new Promise((resolve, reject) => {
    kuromoji.builder({ dicPath }).build((error, built) => {
      if (error) reject(error);
      else resolve(built);
    });
  });
}
