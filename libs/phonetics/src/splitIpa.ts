import { affricates, diphthongs, mandarinFinals } from './compounds.ts';
import { consonants } from './consonants.ts';
import { isModifier } from './modifiers.ts';
import { vowels } from './vowels.ts';

/** What eSpeak NG writes in ASCII where IPA has a letter, and letters it leaves in place of marks. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/\([a-z-]+\)/gu, ' '],
  [/ts\.h/gu, 'ʈʂʰ'],
  [/ts\./gu, 'ʈʂ'],
  [/s\./gu, 'ʂ'],
  [/z\./gu, 'ʐ'],
  [/r\./gu, 'ɽ'],
  [/l\./gu, 'ɭ'],
  [/n\./gu, 'ɳ'],
  [/i\./gu, 'ɨ'],
  [/g/gu, 'ɡ'],
  [/\?/gu, 'ʔ'],
  [/[:]/gu, 'ː'],
  [/['’]/gu, 'ʼ'],
  [/[\u0361\u035C\u200D]/gu, ''],
];

/** How eSpeak NG writes Mandarin: `h` after a stop is aspiration, `ɜ` after a vowel the third tone. */
const mandarinSpellings: readonly (readonly [RegExp, string])[] = [
  [/(?<=[ptkscɕʂ])h/gu, 'ʰ'],
  [/(?<=[aeiouyɑəɛæɔɨr][\u0300-\u036F]?)ɜ/gu, ''],
  [/ər/gu, 'ɚ'],
  [/nɡ/gu, 'ŋ'],
];

const isMandarin = (language: string): boolean => /^(zh|cmn)\b/iu.test(language);

const rewrite = (text: string, table: readonly (readonly [RegExp, string])[]): string =>
  table.reduce((written, [pattern, letter]) => written.replace(pattern, letter), text);

/** A letter with the marks that follow it. */
interface Letter {
  readonly base: string;
  readonly text: string;
}

/** Whether letters that stand together are one sound. */
type IsCompound = (letters: string) => boolean;

/**
 * Splits IPA into segments: `ˈtʃiːz` is `tʃ`, `iː`, `z`. Stress, tone, ties, separators and eSpeak's language marks
 * go; length, nasality and other marks stay on their segment; affricates and diphthongs are one segment.
 * `language` (BCP 47) matters for Mandarin only, whose tones and aspiration eSpeak NG writes with plain letters.
 */
export function splitIpa(ipa: string, language = 'und'): string[] {
  const mandarin = isMandarin(language);
  const plain = rewrite(ipa.normalize('NFD').replace(/c\u0327/gu, 'ç'), spellings);
  const written = mandarin ? rewrite(plain, mandarinSpellings) : plain;
  const isCompound: IsCompound = (letters) =>
    affricates.has(letters) || diphthongs.has(letters) || (mandarin && mandarinFinals.has(letters));
  return written
    .split(/[^\p{L}\p{M}ːˑ˞ʼ]+|[ˈˌ]/u)
    .flatMap((group) => joinCompounds(lettersOf(group), isCompound));
}

function lettersOf(group: string): Letter[] {
  const letters: Letter[] = [];
  for (const character of group) {
    const last = letters.at(-1);
    const known = vowels.has(character) || consonants.has(character);
    if (!known && isModifier(character)) {
      if (last) letters[letters.length - 1] = { base: last.base, text: last.text + character };
    } else letters.push({ base: character, text: character });
  }
  return letters;
}

function joinCompounds(letters: readonly Letter[], isCompound: IsCompound): string[] {
  const segments: string[] = [];
  for (let at = 0; at < letters.length;) {
    const length =
      [3, 2].find((count) => standsTogether(letters.slice(at, at + count), count, isCompound)) ?? 1;
    segments.push(
      letters
        .slice(at, at + length)
        .map((letter) => letter.text)
        .join(''),
    );
    at += length;
  }
  return segments;
}

/** A length mark on any letter but the last ends the segment: `tːʃ` and `aːɪ` are two sounds. */
function standsTogether(letters: readonly Letter[], count: number, isCompound: IsCompound): boolean {
  return (
    letters.length === count &&
    letters.slice(0, -1).every((letter) => !/[ːˑʰ\u0329]/u.test(letter.text)) &&
    isCompound(letters.map((letter) => letter.base).join(''))
  );
}
