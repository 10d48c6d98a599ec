import { articulationOf, FEATURES } from '@mondwerk/phonetics';

const vowel = FEATURES.indexOf('vowel');
const isVowel = (ipa: string): boolean => articulationOf(ipa)[vowel] > 0.5;

/** Pairs of consonants that may end an Arabic word, by their first sound. */
const endsPair = new Set(['j', 'w', 'n', 'r', 'l', 'm', 's', 'ʃ', 'b', 'd', 't', 'f', 'q', 'ʕ', 'ħ']);
const weak = new Set(['j', 'w', 'n', 'r', 'l']);

/**
 * Arabic writing leaves short vowels out and eSpeak NG then says bare consonants, which would leave a mouth shut.
 * Syllables are consonant, vowel and at most one more consonant: a missing vowel is put in as `a`.
 */
export function restoreVowels(phones: readonly string[]): string[] {
  const out: string[] = [];
  phones.forEach((ipa, at) => {
    out.push(ipa);
    if (isVowel(ipa) || at + 1 >= phones.length || isVowel(phones[at + 1])) return;
    const opens = out.length === 1 || !isVowel(out.at(-2)!);
    const endsWord = at + 2 === phones.length;
    const pairEnd = endsWord && endsPair.has(ipa) && weak.has(ipa) && !opens;
    if (opens && !pairEnd) out.push('a');
  });
  return out;
}
