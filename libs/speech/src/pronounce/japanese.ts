import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import kuromoji, { type IpadicFeatures, type Tokenizer } from 'kuromoji';
import { spellNumerals } from './numerals.ts';

/** One Japanese word as written and as said, in katakana. */
export interface KanaWord {
  readonly word: string;
  readonly kana: string;
}

let tokenizer: Promise<Tokenizer<IpadicFeatures>> | undefined;

/** Reads kanji as katakana, particles as they are said (は → ワ), long vowels marked. The dictionary loads once. */
export async function readKana(text: string): Promise<KanaWord[]> {
  tokenizer ??= openTokenizer();
  const tokens = (await tokenizer).tokenize(spellNumerals(text));
  const words: KanaWord[] = [];
  for (const token of tokens) {
    if (!/[\p{L}\p{N}]/u.test(token.surface_form)) continue;
    const next = { word: token.surface_form, kana: kanaOf(token) };
    const last = words.at(-1);
    if (last !== undefined && belongTogether(last.kana, next.kana)) {
      words[words.length - 1] = { word: last.word + next.word, kana: last.kana + next.kana };
    } else words.push(next);
  }
  return words;
}

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
