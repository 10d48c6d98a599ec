import { articulationOf, featureOf } from '@mondwerk/phonetics';

/**
 * How long sounds last on average, in milliseconds, as `alignSpeech` hears them in 40 sentences of GRID that are not in
 * the corpus (fixtures/grid/film.mp4); British vowels that eSpeak NG's American voice lacks after their neighbours. A
 * prior is asked with sounds as the aligner hears them, so it must learn from sounds that are spread alike.
 */
const LENGTHS: Readonly<Record<string, number>> = {
  ...{ p: 94, b: 51, t: 78, d: 80, k: 85, ɡ: 74, ɾ: 40, tʃ: 80, dʒ: 59 },
  ...{ m: 80, n: 84, l: 55, ɹ: 42, w: 53, j: 50 },
  ...{ f: 88, v: 51, θ: 103, ð: 58, s: 121, z: 115 },
  ...{ ɪ: 55, ɛ: 78, æ: 69, a: 69, ɒ: 55, ʌ: 35, ə: 54, ɐ: 33 },
  ...{ iː: 89, uː: 105, ɑː: 150, ɔː: 135 },
  ...{ aɪ: 115, eɪ: 134, aʊ: 228, əʊ: 80, oʊ: 80, iə: 180 },
};

/** The same for what is not in the table, by kind. */
const LONG = 97;
const SHORT = 73;
const DIPHTHONG = 142;
const FRICATIVE = 102;
const NASAL = 84;
const GLIDE = 48;
const STOP = 67;

/** How long a sound usually lasts, in milliseconds. */
export function usualLength(ipa: string): number {
  const known = LENGTHS[ipa];
  if (known !== undefined) return known;
  const sound = articulationOf(ipa);
  if (featureOf(sound, 'vowel') > 0) {
    if (featureOf(sound, 'long') > 0) return LONG;
    return [...ipa.normalize('NFD')].length > 1 ? DIPHTHONG : SHORT;
  }
  if (featureOf(sound, 'fricative') > 0) return FRICATIVE;
  if (featureOf(sound, 'nasal') > 0) return NASAL;
  return featureOf(sound, 'approximant') > 0 || featureOf(sound, 'rhotic') > 0 ? GLIDE : STOP;
}
