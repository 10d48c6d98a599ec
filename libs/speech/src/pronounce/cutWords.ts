import type { Language } from '../language/languages.ts';
import { sayHebrewNumber } from './hebrewNumbers.ts';
import { readKana } from './japanese.ts';
import { readMandarin } from './mandarin.ts';
import { readThai } from './thai.ts';
import { bare, spokenText, tokensOf } from './written/tokens.ts';

/** A word as a line has it, with the signs round it, and what readers make of it. */
export interface Token {
  readonly written: string;
  /** What is read in its place when the line is read whole. */
  readonly text: string;
  /** Its sounds, where the writing's own reader knows them. */
  readonly phones?: readonly string[];
}

/** Cuts a line into its words. `names` are words that a lexicon knows: they stay whole where no spaces part words. */
export async function cutWords(text: string, language: Language, names: readonly string[]): Promise<Token[]> {
  const { reader, tag } = language;
  if (reader === 'thai') return named(text, names, (rest) => tokensOf(rest, tag).map(syllabled));
  if (/^(?:lo|km|my)\b/iu.test(tag)) return named(text, names, (rest) => tokensOf(rest, tag).map(plain));
  if (reader === 'hebrew') return tokensOf(text, tag).map(counted);
  if (reader !== 'japanese' && reader !== 'mandarin') return tokensOf(text, tag).map(plain);
  const cut = reader === 'japanese' ? cutKana : cutHan;
  const parts = await Promise.all(
    partsOf(spokenText(text), names).map(async ({ name, rest }) => [
      ...(name ? [reader === 'japanese' ? await nameInKana(name) : plain(name)] : []),
      ...(await cut(rest)),
    ]),
  );
  return parts.flat();
}

const plain = (written: string): Token => ({ written, text: written });

/** Cuts what is no name. */
const named = (text: string, names: readonly string[], cut: (rest: string) => Token[]): Token[] =>
  partsOf(text, names).flatMap(({ name, rest }) => (name ? [plain(name)] : cut(rest)));

const syllabled = (written: string): Token => {
  const phones = readThai(written);
  return { ...plain(written), ...(phones.length === 0 ? {} : { phones }) };
};

const counted = (written: string): Token => {
  const phones = sayHebrewNumber(written);
  return { ...plain(written), ...(phones.length === 0 ? {} : { phones }) };
};

const cutKana = async (text: string): Promise<Token[]> =>
  (await readKana(text)).map(({ word, kana }) => ({ written: word, text: kana }));

/** What is read for a name only shows its neighbours that there is a word. */
const nameInKana = async (name: string): Promise<Token> => ({
  written: name,
  text: (await readKana(name)).map(({ kana }) => kana).join(''),
});

const cutHan = (text: string): Token[] =>
  readMandarin(text).map(({ word, phones }) => ({
    written: word,
    text: word,
    ...(phones.length === 0 ? {} : { phones }),
  }));

interface Part {
  readonly name?: string;
  readonly rest: string;
}

/** A text cut at the names in it, the longer names first. */
function partsOf(text: string, names: readonly string[]): Part[] {
  const there = names.filter((name) => text.includes(name)).sort((a, b) => b.length - a.length);
  if (there.length === 0) return [{ rest: text }];
  const pattern = new RegExp(
    `(${there.map((name) => name.replace(/[$^.*+?()[\]{}|\\/]/gu, '\\$&')).join('|')})`,
    'u',
  );
  return text
    .split(pattern)
    .map((part, at) => (at % 2 === 1 ? { name: bare(part), rest: '' } : { rest: part }));
}
