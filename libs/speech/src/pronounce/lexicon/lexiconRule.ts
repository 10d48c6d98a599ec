import { stammerOf } from '../written/brokenWords.ts';
import { wordAt, type Expansion, type Place, type Rule } from '../written/rule.ts';
import { bare } from '../written/tokens.ts';
import type { Piece } from '../written/writtenWord.ts';
import { elided, englishEnding, inflectionsOf, type Inflected } from './endings.ts';
import type { LexiconIndex } from './lexiconIndex.ts';
import type { Saying } from './readSaid.ts';

/** Says words as a lexicon has them: as they stand there, inflected, or as a part of a hyphenated word. */
export const lexiconRule = (lexicon: LexiconIndex): Rule => {
  if (lexicon.words.length === 0) return () => undefined;
  return (place) => {
    return (
      whole(lexicon, place) ??
      inflected(lexicon, place) ??
      stammered(lexicon, place) ??
      hyphenated(lexicon, place)
    );
  };
};

function whole(lexicon: LexiconIndex, { tokens, at }: Place): Expansion | undefined {
  const found = lexicon.find(phraseFrom(tokens, at, lexicon.longest));
  if (found === undefined) return undefined;
  return { count: found.words, ...spoken(found.ways.map((way) => [way])) };
}

/** No phrase reaches over the end of a clause. */
function phraseFrom(tokens: readonly string[], at: number, most: number): string[] {
  const words: string[] = [];
  for (const token of tokens.slice(at, at + most)) {
    words.push(bare(token));
    if (/[,;:!?…]$/u.test(token)) break;
  }
  return words;
}

function inflected(lexicon: LexiconIndex, place: Place): Expansion | undefined {
  for (const inflection of inflectionsOf(bare(wordAt(place)), place.tag)) {
    const found = lexicon.find([inflection.stem]);
    if (found !== undefined)
      return { count: 1, ...spoken(found.ways.map((way) => assemble(way, inflection, place.tag))) };
  }
  return undefined;
}

function assemble(way: Saying, { before, behind }: Inflected, tag: string): Piece[] {
  const start = before === undefined ? [] : [startOf(before)];
  return [...start, way, ...(behind === undefined ? [] : [endOf(behind, way, tag)])];
}

const startOf = (before: string): Piece =>
  Object.hasOwn(elided, before.toLowerCase()) ? { phones: [elided[before.toLowerCase()]] } : { text: before };

/** A respelling takes its ending with it into the reader; sounds are followed by the sounds of the ending. */
function endOf(behind: string, way: Saying, tag: string): Piece {
  const last = 'phones' in way ? (way.phones.at(-1) ?? '') : way.text.slice(-1);
  const english = /^en\b/iu.test(tag) ? englishEnding(behind, last) : undefined;
  if (english !== undefined) return { phones: english };
  return /^[sn]$/u.test(behind) ? { phones: [behind] } : { text: behind };
}

function stammered(lexicon: LexiconIndex, place: Place): Expansion | undefined {
  const stammer = stammerOf(bare(wordAt(place)));
  const found = stammer && lexicon.find([stammer.word]);
  if (found === undefined) return undefined;
  return { count: 1, before: stammer!.before(found.ways[0]), ...spoken(found.ways.map((way) => [way])) };
}

function hyphenated(lexicon: LexiconIndex, place: Place): Expansion | undefined {
  const parts = bare(wordAt(place)).split(/[-‑]/u);
  if (parts.length < 2) return undefined;
  const found = parts.map((part) => lexicon.find([part])?.ways[0]);
  if (found.every((way) => way === undefined)) return undefined;
  return { count: 1, said: found.map((way, at) => way ?? { text: parts[at] }) };
}

const spoken = ([said, ...also]: readonly (readonly Piece[])[]): Omit<Expansion, 'count'> => ({
  said,
  ...(also.length === 0 ? {} : { also }),
});
