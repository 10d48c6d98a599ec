import { splitIpa } from '@mondwerk/phonetics';
import type { Language } from '../language/languages.ts';
import { restoreVowels } from './arabicVowels.ts';
import { readWordsAloud } from './espeak.ts';
import { restoreHebrew } from './hebrewVowels.ts';
import { readKana } from './japanese.ts';
import { readMandarin } from './mandarin.ts';
import { readThai } from './thai.ts';

/** The sounds of texts in a language, each read alone. @throws Refusal when eSpeak NG is not installed. */
export async function readTexts(texts: readonly string[], language: Language): Promise<string[][]> {
  if (language.reader === 'mandarin') return readHanTexts(texts, language);
  const written = language.reader === 'japanese' ? await Promise.all(texts.map(kanaOf)) : texts;
  const read = await readWordsAloud(written, language.voice);
  return read.map((words, at) => {
    const phones = words.flatMap((word) => segmentsOf(word, language.tag));
    return finishSounds(phones, texts[at], language);
  });
}

/** Puts in the vowels that a writing leaves out and eSpeak NG does not know. */
export function finishSounds(phones: readonly string[], written: string, { reader }: Language): string[] {
  if (reader === 'arabic') return restoreVowels(phones);
  if (reader === 'thai' && /\p{Script=Thai}/u.test(written)) return readThai(written);
  if (reader === 'hebrew') return restoreHebrew(written, phones);
  return [...phones];
}

const kanaOf = async (text: string): Promise<string> =>
  (await readKana(text)).map(({ kana }) => kana).join('');

/** Characters through their own reader, Latin letters among them through eSpeak NG's English. */
async function readHanTexts(texts: readonly string[], { voice }: Language): Promise<string[][]> {
  const read = texts.map(readMandarin);
  const foreign = [
    ...new Set(read.flat().flatMap(({ word, phones }) => (phones.length === 0 ? [word] : []))),
  ];
  const said = await readWordsAloud(foreign, voice);
  const sounds = new Map(
    foreign.map((word, at) => [word, said[at].flatMap((part) => segmentsOf(part, 'en'))]),
  );
  return read.map((words) =>
    words.flatMap(({ word, phones }) => (phones.length > 0 ? phones : sounds.get(word)!)),
  );
}

const tonal = /^(?:vi|th|yue|hak|shn)\b/iu;

/** eSpeak NG writes the third tone of a vowel with a letter. */
const thirdTone = /(?<=[aeiouyøəɐɑɒɔɛɤɨɪʊʉɯæœ][\u0300-\u036fː]*)ɜ/gu;

/** A word of eSpeak NG, sound by sound, as IPA segments in a language (BCP 47). */
export const segmentsOf = (word: readonly string[], tag: string): string[] => {
  const written = word.join('_');
  return splitIpa(tonal.test(tag) ? written.normalize('NFD').replace(thirdTone, '') : written, tag);
};
