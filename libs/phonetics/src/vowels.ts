import type { FeatureValues } from './features.ts';

/** Letter, openness (0 close, 1 open), backness (0 front, 1 back), rounding. */
const rows: readonly (readonly [letter: string, openness: number, backness: number, rounding: number])[] = [
  ['i', 0.05, 0, 0],
  ['y', 0.05, 0, 1],
  ['ɨ', 0.08, 0.5, 0],
  ['ʉ', 0.08, 0.5, 0.9],
  ['ɯ', 0.08, 1, 0.1],
  ['u', 0.05, 1, 1],
  ['ɪ', 0.2, 0.15, 0],
  ['ʏ', 0.2, 0.15, 0.8],
  ['ʊ', 0.2, 0.85, 0.75],
  ['ᵻ', 0.2, 0.5, 0],
  ['ᵿ', 0.2, 0.6, 0.5],
  ['e', 0.35, 0, 0],
  ['ø', 0.35, 0, 0.9],
  ['ɘ', 0.35, 0.5, 0],
  ['ɵ', 0.35, 0.5, 0.7],
  ['ɤ', 0.35, 1, 0],
  ['o', 0.35, 1, 0.9],
  ['ə', 0.4, 0.5, 0.05],
  ['ɚ', 0.35, 0.5, 0.3],
  ['ɛ', 0.6, 0.05, 0],
  ['œ', 0.6, 0.05, 0.7],
  ['ɜ', 0.5, 0.5, 0.15],
  ['ɝ', 0.45, 0.5, 0.35],
  ['ɞ', 0.6, 0.5, 0.6],
  ['ʌ', 0.65, 0.8, 0],
  ['ɔ', 0.6, 1, 0.75],
  ['æ', 0.8, 0.05, 0],
  ['ɐ', 0.75, 0.5, 0],
  ['a', 0.95, 0.2, 0],
  ['ɶ', 0.95, 0.1, 0.5],
  ['ɑ', 1, 0.9, 0],
  ['ɒ', 0.9, 1, 0.45],
];

/** Every IPA vowel letter with its features. */
export const vowels: ReadonlyMap<string, FeatureValues> = new Map(
  rows.map(([letter, openness, backness, rounding]) => [
    letter,
    {
      openness,
      height: 1 - openness,
      backness,
      rounding,
      protrusion: rounding * (0.5 + 0.5 * backness),
      spread: Math.max(0, 1 - rounding - backness) * (1 - 0.7 * openness),
      jaw: 0.15 + 0.8 * openness,
      rhotic: letter === 'ɚ' || letter === 'ɝ' ? 0.6 : 0,
      voiced: 1,
      vowel: 1,
    },
  ]),
);

/** A vowel nobody has a letter for: schwa. */
export const neutralVowel: FeatureValues = vowels.get('ə')!;
