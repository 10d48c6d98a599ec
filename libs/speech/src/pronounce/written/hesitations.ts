import type { Rule } from './rule.ts';
import { bare } from './tokens.ts';
import { wordAt } from './rule.ts';

/** Sounds that people make without words, by how they are written in any language. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/^h+m+$/u, 'm̩ː'],
  [/^m{2,}$/u, 'm̩ː'],
  [/^(?:m+[-‑]?h+m+|m+[-‑]m+)$/u, 'm̩ h m̩'],
  [/^u+h[-‑]h+u+h$/u, 'ʌ h ʌ'],
  [/^u+h[-‑]u+h$/u, 'ʌ ʔ ʌ'],
  [/^(?:sh{2,}|s+c+h+t*|ps+ch+t*|chut+)$/u, 'ʃː'],
  [/^ps+t+$/u, 'p s t'],
  [/^pf+$/u, 'p f'],
  [/^pf+t+$/u, 'p f t'],
  [/^br{2,}$/u, 'ʙ'],
  [/^gr{2,}$/u, 'ɡ r'],
  [/^z{3,}$/u, 'zː'],
  [/^(?:ts+k|tss+|tz+)$/u, 'ts'],
  [/^a{2,}r*g+h*$|^arg+h+$/u, 'ɑː r ɡ'],
  [/^a{2,}h*$|^ah{1,}$/u, 'ɑː'],
  [/^o{3,}h*$|^oh{2,}$/u, 'oː'],
  [/^e*u+gh+$/u, 'ʌ x'],
  [/^phew+$/u, 'f j uː'],
];

const laughter = /^(?:(h[aeio])h?[-‑]?){2,}h?$/u;
const vowels: Readonly<Record<string, string>> = { a: 'a', e: 'ɛ', i: 'i', o: 'ɔ' };

/** Humming, hushing, laughing: what nobody spells out. */
export const hesitation: Rule = (place) => {
  const word = bare(wordAt(place)).toLowerCase();
  const known = sounds.find(([pattern]) => pattern.test(word));
  const phones = known?.[1].split(' ') ?? laughs(word);
  return phones && { count: 1, said: [{ phones }] };
};

const laughs = (word: string): string[] | undefined =>
  laughter.test(word)
    ? [...word.matchAll(/h([aeio])/gu)].flatMap(([, vowel]) => ['h', vowels[vowel]])
    : undefined;
