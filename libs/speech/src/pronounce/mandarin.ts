import { pinyin } from 'pinyin-pro';
import { finals, initials, respellings } from './pinyinSounds.ts';
import { spellNumerals, type Signs } from './numerals.ts';
import type { SpokenWord } from './pronunciation.ts';

const signs: Signs = [
  [/(\d+(?:\.\d+)?)\s*%/gu, '百分之$1'],
  [/(\d{1,2}):00(?!\d)/gu, '$1点'],
  [/(\d{1,2}):(\d\d)(?!\d)/gu, '$1点$2分'],
  [/[¥￥]\s*(\d[\d.,]*)/gu, '$1元'],
  [/\$\s*(\d[\d.,]*)/gu, '$1美元'],
  [/°C?(?![A-Za-z])/gu, '度'],
];

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Reads Chinese writing, simplified or traditional: characters through pinyin-pro, syllables through a table.
 * Words in other writing get no sounds here.
 */
export function readMandarin(text: string): SpokenWord[] {
  const pieces = spellNumerals(text, signs).match(/\p{Script=Han}+|[\p{Script=Latin}'’]+/gu) ?? [];
  return pieces.flatMap((piece) =>
    /\p{Script=Han}/u.test(piece) ? readHan(piece) : [{ word: piece, phones: [] }],
  );
}

function readHan(text: string): SpokenWord[] {
  const syllables = pinyin(text, { toneType: 'none', type: 'array', v: true });
  let at = 0;
  return [...words.segment(text)].map(({ segment }) => {
    const from = at;
    at += [...segment].length;
    return { word: segment, phones: syllables.slice(from, at).flatMap(soundsOf) };
  });
}

/** The sounds of one pinyin syllable without its tone; none for what is not pinyin. */
export function soundsOf(syllable: string): string[] {
  const whole = syllable.toLowerCase().replace('ü', 'v');
  if (whole === 'er' || whole === 'r') return ['ə', 'ɻ'];
  const spelt = respellings.reduce((text, [pattern, by]) => text.replace(pattern, by), whole);
  const initial =
    Object.keys(initials).find((start) => spelt.startsWith(start) && spelt.length > start.length) ?? '';
  const final = spelt.slice(initial.length);
  if (!(final in finals)) return initial === '' ? [] : [initials[initial]];
  const rest = final === 'i' ? [highVowelAfter(initial)] : finals[final].split(' ');
  return initial === '' ? rest : [initials[initial], ...shortened(initial, final, rest)];
}

/** The vowel of zi and zhi is a lengthened consonant, not the vowel of ni. */
const highVowelAfter = (initial: string): string =>
  /^(zh|ch|sh|r)$/.test(initial) ? 'ɻ̩' : /^[zcs]$/.test(initial) ? 'ɹ̩' : 'i';

/** After b p m f, `o` is rounded from its beginning, but has no glide of its own. */
const shortened = (initial: string, final: string, sounds: string[]): string[] =>
  final === 'o' && /^[bpmf]$/.test(initial) ? ['o'] : sounds;
