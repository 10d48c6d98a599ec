import { SILENCE } from '@mondwerk/film';
import { affricates, doublyArticulated } from './compounds.ts';
import { consonants, neutralConsonant } from './consonants.ts';
import { articulation, type Articulation, type Feature, type FeatureValues } from './features.ts';
import { isModifier, modify } from './modifiers.ts';
import { neutralVowel, vowels } from './vowels.ts';

/** How a segment begins and ends: the same for most, apart for diphthongs and affricates. */
export interface Gesture {
  readonly start: Articulation;
  readonly end: Articulation;
}

/** Letters that no table knows: those that look like vowels are taken for schwa. */
const looksLikeVowel = /[aeiouyæœø]/u;

/** The two ends of a segment's movement. Unknown marks are dropped, unknown letters become a neutral sound. */
export function gestureOf(ipa: string): Gesture {
  const letters = valuesOf(ipa);
  return { start: articulation(letters[0]), end: articulation(letters[letters.length - 1]) };
}

/** What the mouth does for one IPA segment (or `SILENCE`), as a vector over `FEATURES`: the mean of its two ends. */
export function articulationOf(ipa: string): Articulation {
  const { start, end } = gestureOf(ipa);
  return start.map((value, index) => (value + end[index]) / 2);
}

function valuesOf(ipa: string): FeatureValues[] {
  if (ipa === SILENCE) return [{ silence: 1 }];
  const letters = groupLetters(ipa.normalize('NFD').replace(/c\u0327/gu, 'ç'));
  if (letters.length === 0) return [neutralVowel];
  const values = letters.map(([letter, ...marks]) => modify(lookUp(letter), marks));
  if (isOneOf(doublyArticulated, letters)) return [together(values)];
  return isOneOf(affricates, letters) ? shareLips(values) : values;
}

function groupLetters(ipa: string): string[][] {
  const letters: string[][] = [];
  for (const character of ipa) {
    const isLetter = consonants.has(character) || vowels.has(character) || !isModifier(character);
    if (isLetter) letters.push([character]);
    else letters.at(-1)?.push(character);
  }
  return letters;
}

const lookUp = (letter: string): FeatureValues =>
  consonants.get(letter) ??
  vowels.get(letter) ??
  (looksLikeVowel.test(letter.normalize('NFD')) ? neutralVowel : neutralConsonant);

const isOneOf = (compounds: ReadonlySet<string>, letters: readonly string[][]): boolean =>
  compounds.has(letters.map(([letter]) => letter).join(''));

/** Both are made at the same time: of each feature as much as either has. */
const together = (values: readonly FeatureValues[]): FeatureValues =>
  values.reduce((both, each) =>
    Object.entries(each).reduce<FeatureValues>(
      (all, [name, value]) => ({ ...all, [name]: Math.max(value, all[name as Feature] ?? 0) }),
      both,
    ),
  );

/** The lips already have the release's shape during the closure: `tʃ` is rounded from its start. */
function shareLips([closure, release]: readonly FeatureValues[]): FeatureValues[] {
  const { rounding = 0, protrusion = 0, spread = 0 } = release;
  return [{ ...closure, rounding, protrusion, spread }, release];
}
