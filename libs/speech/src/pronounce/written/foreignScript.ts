import { wordAt, type Rule } from './rule.ts';
import type { Piece } from './writtenWord.ts';

/** Writings, and the language that a word in them most likely is of where nobody says. */
const writings: readonly (readonly [script: string, RegExp, language: string])[] = [
  ['Latn', /\p{Script=Latin}/u, 'en'],
  ['Cyrl', /\p{Script=Cyrillic}/u, 'ru'],
  ['Grek', /\p{Script=Greek}/u, 'el'],
  ['Kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  ['Hani', /\p{Script=Han}/u, 'zh'],
  ['Hang', /\p{Script=Hangul}/u, 'ko'],
  ['Arab', /\p{Script=Arabic}/u, 'ar'],
  ['Hebr', /\p{Script=Hebrew}/u, 'he'],
  ['Deva', /\p{Script=Devanagari}/u, 'hi'],
  ['Thai', /\p{Script=Thai}/u, 'th'],
  ['Beng', /\p{Script=Bengali}/u, 'bn'],
  ['Taml', /\p{Script=Tamil}/u, 'ta'],
  ['Telu', /\p{Script=Telugu}/u, 'te'],
  ['Geor', /\p{Script=Georgian}/u, 'ka'],
  ['Armn', /\p{Script=Armenian}/u, 'hy'],
  ['Ethi', /\p{Script=Ethiopic}/u, 'am'],
];

/** The writings of languages that have another one than Unicode's likeliest, or more than one. */
const several: Readonly<Record<string, string>> = {
  ja: 'Kana Hani',
  zh: 'Hani',
  cmn: 'Hani',
  yue: 'Hani',
  ko: 'Hang Hani',
  sr: 'Cyrl Latn',
  uz: 'Latn Cyrl',
  az: 'Latn Cyrl',
  kk: 'Cyrl Latn',
  ku: 'Latn Arab',
  bs: 'Latn Cyrl',
};

function ownWritings(tag: string): Set<string> {
  const base = tag.toLowerCase().split(/[-_]/u)[0];
  const likely = several[base] ?? new Intl.Locale(base).maximize().script ?? 'Latn';
  return new Set(likely.split(' '));
}

const writingOf = (letter: string): (typeof writings)[number] | undefined =>
  writings.find(([, pattern]) => pattern.test(letter));

/** A word, or a part of one, in a writing that its language is not written in, is of another language. */
export const foreignScript: Rule = (place) => {
  const word = wordAt(place);
  const own = ownWritings(place.tag);
  const runs: { text: string; language?: string }[] = [];
  for (const letter of word.replace(/[^\p{L}\p{M}\p{N}'’-]/gu, '')) {
    const writing = writingOf(letter);
    const language = writing === undefined || own.has(writing[0]) ? undefined : writing[2];
    const last = runs.at(-1);
    if (last !== undefined && (writing === undefined || last.language === language)) last.text += letter;
    else runs.push({ text: letter, ...(language === undefined ? {} : { language }) });
  }
  if (runs.every(({ language }) => language === undefined)) return undefined;
  return { count: 1, said: runs as Piece[] };
};
