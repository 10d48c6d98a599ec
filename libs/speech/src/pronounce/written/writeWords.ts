import { formsOf } from '../forms/formsOf.ts';
import { abbreviation, money, numbered, unit } from './shortForms.ts';
import { capitals } from './capitals.ts';
import { cutOff, stammer, stretched } from './brokenWords.ts';
import { foreignScript } from './foreignScript.ts';
import { hesitation } from './hesitations.ts';
import { clock, decade, digits, fraction, ordinal, year } from './numbers.ts';
import { roman } from './roman.ts';
import type { Expansion, Place, Rule } from './rule.ts';
import type { Token } from '../cutWords.ts';
import { bare } from './tokens.ts';
import type { WrittenWord } from './writtenWord.ts';

/** Asked in this order: the first that knows how a word is spoken decides. */
const rules: readonly Rule[] = [
  hesitation,
  stammer,
  cutOff,
  abbreviation,
  money,
  clock,
  year,
  decade,
  digits,
  fraction,
  unit,
  numbered,
  ordinal,
  roman,
  foreignScript,
  capitals,
  stretched,
];

/** What the words of a script are written in. */
export interface Writing {
  /** BCP 47. */
  readonly tag: string;
  /** Asked before all others. */
  readonly lexicon: Rule;
  /** Words that the script has in small letters. */
  readonly vocabulary: ReadonlySet<string>;
}

/** What is to be read for the words of a line. Words that are said as one become one. */
export function writeWords(cut: readonly Token[], { tag, lexicon, vocabulary }: Writing): WrittenWord[] {
  const forms = formsOf(tag);
  const tokens = cut.map(({ written }) => written);
  const loud = isLoud(tokens);
  const words: WrittenWord[] = [];
  for (let at = 0; at < tokens.length;) {
    const place = { tokens, at, tag, forms, vocabulary, loud };
    const { count, ...read } = expand(place, [lexicon, ...rules]) ?? { count: 1, ...knownSounds(cut[at]) };
    const taken = cut.slice(at, at + count);
    const text = taken.map((token) => token.text).join(' ');
    words.push({ word: bare(taken.map(({ written }) => written).join(' ')), text, ...read });
    at += count;
  }
  return words;
}

function expand(place: Place, asked: readonly Rule[]): Expansion | undefined {
  for (const rule of asked) {
    const expansion = rule(place);
    if (expansion !== undefined) return expansion;
  }
  return undefined;
}

const knownSounds = ({ phones }: Token): Partial<WrittenWord> =>
  phones === undefined ? {} : { said: [{ phones }] };

/** The words that lines have in small letters. */
export const vocabularyOf = (lines: readonly (readonly Token[])[]): Set<string> =>
  new Set(
    lines
      .flat()
      .map(({ written }) => bare(written))
      .filter((word) => /^\p{Ll}/u.test(word)),
  );

const isLoud = (tokens: readonly string[]): boolean => {
  const lettered = tokens.filter((token) => /\p{L}/u.test(token));
  const capital = lettered.filter((token) => !/\p{Ll}/u.test(token) && /\p{Lu}/u.test(token));
  return (
    capital.length === lettered.length && capital.some((token) => (token.match(/\p{Lu}/gu) ?? []).length > 1)
  );
};
