import { affricates, diphthongs, doublyArticulated, mandarinFinals } from './compounds.ts';
import { consonants } from './consonants.ts';
import { isModifier } from './modifiers.ts';
import { vowels } from './vowels.ts';

/** Over two letters that are made at once. */
const TIE = '\u0361';

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
  [/ε/gu, 'ɛ'],
  [/ʦ/gu, 'ts'],
  [/ʣ/gu, 'dz'],
  [/ʧ/gu, 'tʃ'],
  [/ʤ/gu, 'dʒ'],
  [/ʨ/gu, 'tɕ'],
  [/ʥ/gu, 'dʑ'],
  [/A/gu, 'ɑ'],
  [/N/gu, 'ŋ'],
  [/S/gu, 'ʃ'],
  [/X/gu, 'χ'],
  [/Z/gu, 'ʒ'],
  [/\?/gu, 'ʔ'],
  [/[:]/gu, 'ː'],
  [/['’]/gu, 'ʼ'],
  [/\u035C/gu, TIE],
  [/\u200D/gu, ''],
];

/** How eSpeak NG writes Mandarin: `h` after a stop is aspiration, `ɜ` after a vowel the third tone. */
const mandarinSpellings: readonly (readonly [RegExp, string])[] = [
  [/(?<=[ptkscɕʂ])h/gu, 'ʰ'],
  [/(?<=[aeiouyɑəɛæɔɨr][\u0300-\u036F]?)ɜ/gu, ''],
  [/ər/gu, 'ɚ'],
  [/nɡ/gu, 'ŋ'],
];

/** How eSpeak NG writes what Japanese kana leave open: `ũ` is ん, which is `m` before lips, and `h` before `p` is っ. */
const japaneseSpellings: readonly (readonly [RegExp, string])[] = [
  [/u\u0303(?=[_ˈˌ\s]*[pbm])/gu, 'm'],
  [/u\u0303/gu, 'ɴ'],
  [/h[_ˈˌ]*p/gu, 'pː'],
];

const isJapanese = (language: string): boolean => /^ja\b/iu.test(language);

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
 * go; length, nasality and other marks stay on their segment; affricates, diphthongs and `k͡p` are one segment.
 * `language` (BCP 47) matters for Mandarin, whose tones and aspiration eSpeak NG writes with plain letters, and Japanese.
 */
export function splitIpa(ipa: string, language = 'und'): string[] {
  const mandarin = isMandarin(language);
  const plain = rewrite(ipa.normalize('NFD').replace(/c\u0327/gu, 'ç'), spellings);
  const spelt = isJapanese(language) ? rewrite(plain, japaneseSpellings) : plain;
  const written = mandarin ? rewrite(plain, mandarinSpellings) : spelt;
  const isCompound: IsCompound = (letters) =>
    affricates.has(letters) || diphthongs.has(letters) || (mandarin && mandarinFinals.has(letters));
  return written
    .split(/[^\p{L}\p{M}ːˑ˞ʼ]+|[ˈˌ]/u)
    .flatMap((group) => joinCompounds(lettersOf(group), isCompound));
}

/** Small letters before a stop that begins with a nasal: `ᵐb` is one sound. After a letter they may be its own mark. */
const PRENASAL = /[ᵐᶬⁿᵑ]/u;

function lettersOf(group: string): Letter[] {
  const letters: Letter[] = [];
  let before = '';
  const characters = [...group];
  characters.forEach((character, at) => {
    const last = letters.at(-1);
    const known = vowels.has(character) || consonants.has(character);
    if (PRENASAL.test(character) && startsStop(last, characters[at + 1])) before += character;
    else if (!known && isModifier(character)) {
      if (last) letters[letters.length - 1] = { base: last.base, text: last.text + character };
    } else {
      letters.push({ base: character, text: before + character });
      before = '';
    }
  });
  return letters;
}

/** Whether a small nasal stands before a stop, and not behind one that it releases. */
const startsStop = (last: Letter | undefined, next: string | undefined): boolean =>
  isStop(next) && !isStop(last?.base);

const isStop = (letter: string | undefined): boolean => consonants.get(letter ?? '')?.stop === 1;

function joinCompounds(letters: readonly Letter[], isCompound: IsCompound): string[] {
  const segments: string[] = [];
  for (let at = 0; at < letters.length;) {
    const length =
      [3, 2].find((count) => standsTogether(letters.slice(at, at + count), count, isCompound)) ?? 1;
    const own = letters.slice(at, at + length);
    const text = own.map((letter) => letter.text).join('');
    segments.push(areTied(own) ? text : text.replaceAll(TIE, ''));
    at += length;
  }
  return segments;
}

/** Whether two closures are made at once: a tie says so. */
const areTied = (letters: readonly Letter[]): boolean =>
  letters.length === 2 &&
  letters[0].text.includes(TIE) &&
  doublyArticulated.has(letters.map((letter) => letter.base).join(''));

/** A length mark on any letter but the last ends the segment: `tːʃ` and `aːɪ` are two sounds. */
function standsTogether(letters: readonly Letter[], count: number, isCompound: IsCompound): boolean {
  return (
    letters.length === count &&
    (areTied(letters) ||
      (letters.slice(0, -1).every((letter) => !/[ːˑʰ\u0329]/u.test(letter.text)) &&
        isCompound(letters.map((letter) => letter.base).join(''))))
  );
}
