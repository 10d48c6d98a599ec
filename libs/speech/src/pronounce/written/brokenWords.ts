import type { Saying } from '../lexicon/readSaid.ts';
import { wordAt, type Rule } from './rule.ts';
import { bare, tailOf } from './tokens.ts';
import type { Piece } from './writtenWord.ts';

const vowelLetter = /[aeiouyаеёиоуыэюяіїєαεηιουω]/u;
const hasVowel = (letters: string): boolean => vowelLetter.test(plain(letters));
const plain = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** A word, and how often and with what it was begun before. */
export interface Stammer {
  readonly word: string;
  /** What is said before it, where this is how the word is said. */
  readonly before: (said: Saying) => Piece[];
}

/** Takes apart what is stammered: `W-was`, `I-I-I`, `Je-je`; `undefined` where nothing is. */
export function stammerOf(written: string): Stammer | undefined {
  const parts = written.split(/[-‑–—…]+|\.{2,}/u);
  const word = parts.pop() ?? '';
  if (parts.length === 0 || word === '' || !parts.every((part) => begins(part, word))) return undefined;
  const before = (said: Saying): Piece[] =>
    parts.map((part) => (plain(part) === plain(word) ? said : { onsetOf: said, vowel: hasVowel(part) }));
  return { word, before };
}

/** What is stammered before a word begins as the word does. */
export const stammer: Rule = (place) => {
  const found = stammerOf(bare(wordAt(place)));
  if (found === undefined) return undefined;
  const { word, before } = found;
  return { count: 1, text: word + tailOf(wordAt(place)), before: before({ text: word }) };
};

const begins = (part: string, word: string): boolean =>
  /^\p{L}{1,3}$/u.test(part) && plain(word).startsWith(plain(part));

const cut = /^["'“‘«¡¿]*(\p{L}{1,3})(?:[-‑–—]+|…|\.{3})[.,!?"'”’»]*$/u;

/** `th—`: a word that breaks off before its vowel is no name of letters. */
export const cutOff: Rule = (place) => {
  const letters = cut.exec(wordAt(place))?.[1];
  if (letters === undefined || hasVowel(letters)) return undefined;
  const next = bare(wordAt(place, 1));
  const text = plain(next).startsWith(plain(letters)) ? next : `${letters.toLowerCase()}a`;
  return { count: 1, said: [{ onsetOf: { text }, vowel: false }] };
};

/** `Nooooo`, `sooo`: nobody says more letters than the word has. */
export const stretched: Rule = (place) => {
  const token = wordAt(place);
  const word = bare(token);
  if (!/(\p{L})\1{2,}/iu.test(word)) return undefined;
  const [once, twice] = ['$1', '$1$1'].map((by) => word.replace(/(\p{L})\1{2,}/giu, by).toLowerCase());
  const [said, other] =
    !place.vocabulary.has(once) && place.vocabulary.has(twice) ? [twice, once] : [once, twice];
  return { count: 1, text: said + tailOf(token), also: [[{ text: other }]] };
};
