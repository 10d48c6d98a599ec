import type { Line } from '@mondwerk/film';
import { splitIpa } from '@mondwerk/phonetics';
import type { Language } from '../language/languages.ts';
import { restoreVowels } from './arabicVowels.ts';
import { readAloud, readWordsAloud } from './espeak.ts';
import { readKana, type KanaWord } from './japanese.ts';
import { readMandarin } from './mandarin.ts';
import type { Pronunciation, SpokenWord } from './pronunciation.ts';
import { shareOut } from './shareOut.ts';

/** A written word and what eSpeak NG is given for it. */
interface WrittenWord {
  readonly word: string;
  readonly text: string;
}

/**
 * How each line is said in a language: its words with their IPA segments as connected speech has them. The whole
 * script takes two runs of eSpeak NG. @throws Refusal when eSpeak NG is not installed.
 */
export async function phonemise(lines: readonly Line[], language: Language): Promise<Pronunciation[]> {
  if (language.reader === 'mandarin') return readMixed(lines, language);
  const written = await Promise.all(lines.map((line) => wordsOf(line.text, language)));
  const spoken = await sayLines(written, language.voice, language.reader === 'japanese' ? undefined : lines);
  const finish = language.reader === 'arabic' ? restoreVowels : (phones: readonly string[]) => [...phones];
  return lines.map((line, at) => ({
    line: line.index,
    words: spoken[at].map(({ word, phones }) => ({ word, phones: finish(phones) })),
  }));
}

async function wordsOf(text: string, language: Language): Promise<WrittenWord[]> {
  if (language.reader === 'japanese')
    return (await readKana(text)).map(({ word, kana }: KanaWord) => ({ word, text: kana }));
  return text
    .split(/\s+/)
    .filter((token) => /[\p{L}\p{N}]/u.test(token))
    .map((token) => ({ word: bare(token), text: token }));
}

/** Lines are read whole, because neighbours change a word's sounds, and their words alone, to find the joints. */
async function sayLines(
  written: readonly (readonly WrittenWord[])[],
  voice: string,
  lines?: readonly Line[],
): Promise<SpokenWord[][]> {
  const whole = written.map((words, at) => lines?.[at].text ?? words.map(({ text }) => text).join(' '));
  const distinct = [...new Set(written.flatMap((words) => words.map(({ text }) => text)))];
  const [read, parts] = await Promise.all([readAloud(whole, voice), readWordsAloud(distinct, voice)]);
  const alone = new Map(distinct.map((text, at) => [text, parts[at].flatMap(soundsOf)]));
  return written.map((words, at) => {
    const shares = shareOut(
      read[at].flatMap(soundsOf),
      words.map(({ text }) => alone.get(text) ?? []),
    );
    return words.map(({ word }, index) => ({ word, phones: shares[index] }));
  });
}

/** Chinese through its own reader, the Latin words in it through eSpeak NG's English. */
async function readMixed(lines: readonly Line[], language: Language): Promise<Pronunciation[]> {
  const read = lines.map((line) => readMandarin(line.text));
  const foreign = [
    ...new Set(read.flat().flatMap(({ word, phones }) => (phones.length === 0 ? [word] : []))),
  ];
  const said = await readWordsAloud(foreign, language.voice);
  const sounds = new Map(foreign.map((word, at) => [word, said[at].flatMap(soundsOf)]));
  return read.map((words, at) => ({
    line: lines[at].index,
    words: words.map(({ word, phones }) => ({
      word,
      phones: phones.length > 0 ? phones : sounds.get(word)!,
    })),
  }));
}

const soundsOf = (word: readonly string[]): string[] => splitIpa(word.join('_'));

const bare = (token: string): string => token.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '');
