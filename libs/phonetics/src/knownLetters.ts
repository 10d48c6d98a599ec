import { consonants } from './consonants.ts';
import { isModifier } from './modifiers.ts';
import { splitIpa } from './splitIpa.ts';
import { vowels } from './vowels.ts';

/** The characters of an IPA text that are neither a letter nor a mark of IPA, each once. */
export const unknownLetters = (ipa: string): string[] => [
  ...new Set(
    splitIpa(ipa)
      .flatMap((segment) => [...segment])
      .filter((letter) => !vowels.has(letter) && !consonants.has(letter) && !isModifier(letter)),
  ),
];
