import type { LexiconEntry } from './lexiconEntry.ts';
import { readSaid, type Saying } from './readSaid.ts';

/** What a lexicon says of words that stand one behind another. */
export interface LexiconMatch {
  /** How many words it is for. */
  readonly words: number;
  /** The ways to say them, the likeliest first. */
  readonly ways: readonly Saying[];
}

/** A lexicon, sorted so that the words of a language are found in it. */
export class LexiconIndex {
  readonly #known = keys.map((key) => ({ key, ways: new Map<string, Saying[]>() }));
  /** How many words its longest phrase has. */
  readonly longest: number;
  /** Its words and phrases as they are written. */
  readonly words: readonly string[];

  /** `tag` (BCP 47) is the language of the lines. @throws Refusal `pronunciation-unknown` as `readSaid`. */
  constructor(entries: readonly LexiconEntry[], tag: string) {
    const meant = entries.filter(({ language }) => language === undefined || covers(language, tag));
    // What is said of this very language goes before what is said of all.
    const sorted = [...meant].sort((a, b) => (b.language ?? '').length - (a.language ?? '').length);
    let longest = 1;
    for (const { word, said } of sorted) {
      const saying = readSaid(said, word);
      longest = Math.max(longest, exactKey(word).split(' ').length);
      for (const { key, ways } of this.#known) note(ways, key(word), saying);
    }
    this.longest = longest;
    this.words = [...new Set(sorted.map(({ word }) => word.trim()))];
  }

  /** The longest phrase that begins with the first of these words; one word at least. */
  find(words: readonly string[]): LexiconMatch | undefined {
    for (let count = Math.min(this.longest, words.length); count > 0; count--) {
      const phrase = words.slice(0, count).join(' ');
      for (const { key, ways } of this.#known) {
        const found = ways.get(key(phrase));
        if (found !== undefined) return { words: count, ways: found };
      }
    }
    return undefined;
  }
}

function note(known: Map<string, Saying[]>, key: string, saying: Saying): void {
  const ways = known.get(key);
  if (ways === undefined) known.set(key, [saying]);
  else ways.push(saying);
}

/** Whether what is said of a language (BCP 47) is said of another: `de` covers `de-AT`; `pt-BR` does not cover `pt`. */
export function covers(language: string, tag: string): boolean {
  const [general, special] = [language, tag].map((text) => text.toLowerCase().replace(/_/gu, '-'));
  return special === general || special.startsWith(`${general}-`);
}

const exactKey = (word: string): string =>
  word.normalize('NFC').replace(/[’ʼ]/gu, "'").trim().replace(/\s+/gu, ' ');

/** Letters of Latin writing whose strokes Unicode does not take apart. */
const strokes: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
};

/** A word or a text without capitals and accents; the vowel signs of other writings are no accents and stay. */
export const tolerantKey = (word: string): string =>
  exactKey(word)
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .replace(/[łøđðħıæœß]/gu, (letter) => strokes[letter])
    .normalize('NFC');

/** A word is looked for as it is written, then without its capitals, then without its accents. */
const keys = [exactKey, (word: string): string => exactKey(word).toLowerCase(), tolerantKey];
