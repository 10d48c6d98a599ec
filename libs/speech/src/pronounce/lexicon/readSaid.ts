import { Refusal } from '@mondwerk/film';
import { splitIpa, unknownLetters } from '@mondwerk/phonetics';

/** One way to say something: its sounds, or a text that a language (BCP 47; left out: the line's own) reads. */
export type Saying =
  { readonly phones: readonly string[] } | { readonly text: string; readonly language?: string };

const inIpa = /^\s*(?:\/(.*)\/|\[(.*)\])\s*$/su;
const inLanguage = /^\s*([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*)\s*:(.*)$/su;

/**
 * Reads how a word is said, as people write it down: IPA between slashes, a respelling, or `de:` for the way that
 * German reads it. @throws Refusal `pronunciation-unknown` naming what in it cannot be read.
 */
export function readSaid(said: string, word: string): Saying {
  const ipa = inIpa.exec(said);
  if (ipa !== null) return { phones: readIpa(ipa[1] ?? ipa[2], word) };
  const foreign = inLanguage.exec(said);
  if (foreign !== null) {
    const text = unstressed(foreign[2]);
    return { text: text === '' ? word : text, language: foreign[1] };
  }
  if (/[/[\]]/u.test(said))
    throw unknown(word, `"${said.trim()}" is not closed: IPA stands between two slashes, /ʃɪˈvɔːn/`);
  const text = unstressed(said);
  if (!/\p{L}/u.test(text))
    throw unknown(
      word,
      `"${said.trim()}" has no letters: write it as it sounds, Shuh-VAWN, or in IPA, /ʃɪˈvɔːn/`,
    );
  return { text };
}

/** What is neither a letter nor a mark, nor stress, tone, a tie, a join or a gap. */
const strangeSign = /[^\p{L}\p{M}ːˑ˞ˈˌ˥-˩↗↘‿‖|.\s()-]/u;

function readIpa(written: string, word: string): string[] {
  const ipa = written
    .normalize('NFC')
    .replace(/['’](?=\p{L})/gu, 'ˈ')
    .replace(/,(?=\p{L})/gu, 'ˌ');
  const letter = strangeSign.exec(ipa)?.[0] ?? unknownLetters(ipa)[0];
  const known = 'write the letters of the International Phonetic Alphabet, such as /ʃɪˈvɔːn/';
  if (letter !== undefined) throw unknown(word, `"${letter}" in /${written}/ is no letter of IPA: ${known}`);
  const phones = splitIpa(ipa);
  if (phones.length === 0) throw unknown(word, `/${written}/ has no sounds: ${known}`);
  return phones;
}

/** Capitals mark the stressed syllable for people; read aloud, they would be spelt. */
const unstressed = (respelt: string): string => respelt.trim().toLowerCase().replace(/[·•]/gu, '-');

const unknown = (word: string, what: string): Refusal =>
  new Refusal('pronunciation-unknown', `It cannot be told how "${word}" is said: ${what}.`);
