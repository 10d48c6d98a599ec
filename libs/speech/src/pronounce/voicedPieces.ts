import { articulationOf, FEATURES } from '@mondwerk/phonetics';
import type { Language } from '../language/languages.ts';
import type { Saying } from './lexicon/readSaid.ts';
import { readTexts } from './readTexts.ts';
import type { Piece, WrittenWord } from './written/writtenWord.ts';

/** The sounds of a text when it is read alone, in the line's language or in another. */
export type SoundsOf = (text: string, language?: string) => readonly string[];

/**
 * Reads everything that words are made of alone, in one run of eSpeak NG per language. @throws Refusal for a language
 * that nobody can pronounce.
 */
export async function voicePieces(
  words: readonly WrittenWord[],
  language: Language,
  find: (tag: string) => Promise<Language>,
): Promise<SoundsOf> {
  const wanted = new Map<string, Set<string>>([['', new Set(words.map(({ text }) => text))]]);
  for (const saying of words.flatMap(piecesOf).map(sayingOf)) {
    if ('phones' in saying) continue;
    const { text, language: tag = '' } = saying;
    wanted.set(tag, (wanted.get(tag) ?? new Set()).add(text));
  }
  const read = await Promise.all(
    [...wanted].map(async ([tag, texts]) => {
      const sounds = await readTexts([...texts], tag === '' ? language : await find(tag));
      return [tag, new Map([...texts].map((text, at) => [text, sounds[at]]))] as const;
    }),
  );
  const sounds = new Map(read);
  return (text, tag = '') => sounds.get(tag)?.get(text) ?? [];
}

const piecesOf = ({ before = [], said = [], also = [] }: WrittenWord): Piece[] => [
  ...before,
  ...said,
  ...also.flat(),
];

const sayingOf = (piece: Piece): Saying => ('onsetOf' in piece ? piece.onsetOf : piece);

/** The sounds of pieces, one behind another. */
export const soundsOfPieces = (pieces: readonly Piece[], sounds: SoundsOf): string[] =>
  pieces.flatMap((piece) => {
    const saying = sayingOf(piece);
    const phones = 'phones' in saying ? saying.phones : sounds(saying.text, saying.language);
    return 'onsetOf' in piece ? onset(phones, piece.vowel) : phones;
  });

const VOWEL = FEATURES.indexOf('vowel');
const isVowel = (ipa: string): boolean => articulationOf(ipa)[VOWEL] > 0.5;

function onset(phones: readonly string[], vowel: boolean): readonly string[] {
  const at = phones.findIndex(isVowel);
  if (at < 0) return phones.slice(0, 1);
  // A vowel without anything before it is all that can be begun with.
  return phones.slice(0, vowel || at === 0 ? at + 1 : at);
}
