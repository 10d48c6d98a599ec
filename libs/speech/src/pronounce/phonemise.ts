import type { Line } from '@mondwerk/film';
import { checkLanguage } from '../language/checkLanguage.ts';
import type { Language } from '../language/languages.ts';
import { readAloud } from './espeak.ts';
import type { LexiconEntry } from './lexicon/lexiconEntry.ts';
import { LexiconIndex } from './lexicon/lexiconIndex.ts';
import { languageOfLine } from './languageOfLine.ts';
import { lexiconRule } from './lexicon/lexiconRule.ts';
import type { Pronunciation, SpokenWord } from './pronunciation.ts';
import { finishSounds, segmentsOf } from './readTexts.ts';
import { shareOut } from './shareOut.ts';
import { otherWays } from './variants/otherWays.ts';
import { soundsOfPieces, voicePieces, type SoundsOf } from './voicedPieces.ts';
import { cutWords } from './cutWords.ts';
import { vocabularyOf, writeWords } from './written/writeWords.ts';
import type { WrittenWord } from './written/writtenWord.ts';

/**
 * How each line is said in its language: its words with their IPA segments as connected speech has them, and other
 * ways to say them. The whole script takes two runs of eSpeak NG and one more for each language that single words are
 * of. @throws Refusal when eSpeak NG is not installed, and for a lexicon or a line's language that cannot be read.
 */
export async function phonemise(
  lines: readonly Line[],
  language: Language,
  lexicon: readonly LexiconEntry[] = [],
): Promise<Pronunciation[]> {
  const known = new Map<string, Promise<Language>>([[language.tag, Promise.resolve(language)]]);
  const find = (tag: string): Promise<Language> => {
    if (!known.has(tag)) known.set(tag, checkLanguage(tag));
    return known.get(tag)!;
  };
  const said = new Map<Line, readonly SpokenWord[]>();
  for (const [tag, own] of Map.groupBy(lines, (line) => languageOfLine(line, language.tag))) {
    const words = await sayLines(own, { language: await find(tag), lexicon, find });
    own.forEach((line, at) => said.set(line, words[at]));
  }
  return lines.map((line) => ({ line: line.index, words: said.get(line)! }));
}

interface Speaking {
  readonly language: Language;
  readonly lexicon: readonly LexiconEntry[];
  readonly find: (tag: string) => Promise<Language>;
}

/** Lines are read whole, because neighbours change a word's sounds, and their words alone, to find the joints. */
async function sayLines(
  lines: readonly Line[],
  { language, lexicon, find }: Speaking,
): Promise<SpokenWord[][]> {
  const index = new LexiconIndex(lexicon, language.tag);
  const tokens = await Promise.all(lines.map(({ text }) => cutWords(text, language, index.words)));
  const writing = { tag: language.tag, lexicon: lexiconRule(index), vocabulary: vocabularyOf(tokens) };
  const written = tokens.map((words) => writeWords(words, writing));
  const [whole, sounds] = await Promise.all([
    readWhole(written, language),
    voicePieces(written.flat(), language, find),
  ]);
  return written.map((words, at) => sayWords(words, whole?.[at], sounds, language));
}

/** The sounds of each line read whole; nothing for a language whose reader goes word by word. */
async function readWhole(
  written: readonly (readonly WrittenWord[])[],
  { reader, voice, tag }: Language,
): Promise<string[][] | undefined> {
  if (reader === 'mandarin') return undefined;
  const texts = written.map((words) => words.map(({ text }) => text).join(' '));
  const read = await readAloud(texts, voice);
  return read.map((words) => words.flatMap((word) => segmentsOf(word, tag)));
}

function sayWords(
  words: readonly WrittenWord[],
  whole: readonly string[] | undefined,
  sounds: SoundsOf,
  language: Language,
): SpokenWord[] {
  const alone = words.map(({ text }) => sounds(text));
  const shares = whole === undefined ? alone : shareOut(whole, alone);
  return words.map(({ word, text, before = [], said, also = [] }, at) => {
    const start = soundsOfPieces(before, sounds);
    const connected =
      said === undefined ? finishSounds(shares[at], text, language) : soundsOfPieces(said, sounds);
    const others = otherWays({
      word,
      phones: connected,
      also: also.map((pieces) => soundsOfPieces(pieces, sounds)),
      ...(said === undefined ? { alone: alone[at] } : {}),
      tag: language.tag,
    }).map((way) => [...start, ...way]);
    return { word, phones: [...start, ...connected], ...(others.length === 0 ? {} : { others }) };
  });
}
