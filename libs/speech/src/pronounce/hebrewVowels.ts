import { articulationOf, FEATURES } from '@mondwerk/phonetics';

const VOWEL = FEATURES.indexOf('vowel');

/** How the letters of Hebrew sound without points: consonants, and letters that also stand for vowels. */
const letters: Readonly<Record<string, string>> = {
  א: '',
  ב: 'v',
  ג: 'ɡ',
  ד: 'd',
  ה: 'h',
  ו: 'v',
  ז: 'z',
  ח: 'χ',
  ט: 't',
  י: 'j',
  כ: 'χ',
  ך: 'χ',
  ל: 'l',
  מ: 'm',
  ם: 'm',
  נ: 'n',
  ן: 'n',
  ס: 's',
  ע: '',
  פ: 'f',
  ף: 'f',
  צ: 'ts',
  ץ: 'ts',
  ק: 'k',
  ר: 'ʁ',
  ש: 'ʃ',
  ת: 't',
};

/** At the beginning of a word these are stops. */
const initial: Readonly<Record<string, string>> = { ב: 'b', כ: 'k', פ: 'p' };

/**
 * Hebrew is written without most of its vowels, and where eSpeak NG does not know a word it says bare consonants,
 * which would leave a mouth shut. Letters that stand for vowels are read as such, others that are missing as `a`.
 */
export function restoreHebrew(written: string, phones: readonly string[]): string[] {
  const isKnown = phones.filter((ipa) => articulationOf(ipa)[VOWEL] > 0.5).length * 3 >= phones.length;
  const word = written.replace(/[^\u05d0-\u05ea]/gu, '');
  return isKnown || word === '' ? [...phones] : putVowels(soundsOf([...word]));
}

const soundsOf = (word: readonly string[]): string[] =>
  word.map((letter, at) => {
    const last = at === word.length - 1;
    if (letter === 'ו' && at > 0) return word[at + 1] === 'ו' || word[at - 1] === 'ו' ? 'v' : 'o';
    if (letter === 'י' && at > 0) return 'i';
    if (letter === 'ה' && last) return 'a';
    return (at === 0 ? initial[letter] : undefined) ?? letters[letter] ?? '';
  });

const isVowel = (sound: string): boolean => /^[aeiou]$/u.test(sound);

/** A syllable is a consonant, a vowel and at most one more consonant; two consonants end no word. */
function putVowels(sounds: readonly string[]): string[] {
  const out: string[] = [];
  sounds.forEach((sound, at) => {
    if (sound !== '') out.push(sound);
    const next = sounds.slice(at + 1).find((later) => later !== '');
    if (isVowel(sound) || next === undefined || isVowel(next)) return;
    const closes = isVowel(out.at(sound === '' ? -1 : -2) ?? '');
    if (!closes) out.push('a');
    else if (at === sounds.length - 2) out.push('e');
  });
  return out;
}
