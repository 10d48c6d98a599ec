import { articulationOf, FEATURES } from '@mondwerk/phonetics';
import type { Language } from '../language/languages.ts';
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
  for (const piece of words.flatMap(piecesOf)) {
    if ('phones' in piece) continue;
    const tag = 'text' in piece ? (piece.language ?? '') : '';
    const texts = wanted.get(tag) ?? new Set();
    wanted.set(tag, texts.add('text' in piece ? piece.text : piece.onsetOf));
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

/** The sounds of pieces, one behind another. */
export const soundsOfPieces = (pieces: readonly Piece[], sounds: SoundsOf): string[] =>
  pieces.flatMap((piece) => {
    if ('phones' in piece) return piece.phones;
    return 'text' in piece ? sounds(piece.text, piece.language) : onset(sounds(piece.onsetOf), piece.vowel);
  });

const VOWEL = FEATURES.indexOf('vowel');
const isVowel = (ipa: string): boolean => articulationOf(ipa)[VOWEL] > 0.5;

function onset(phones: readonly string[], vowel: boolean): readonly string[] {
  const at = phones.findIndex(isVowel);
  if (at < 0) return phones.slice(0, 1);
  // A vowel without anything before it is all that can be begun with.
  return phones.slice(0, vowel || at === 0 ? at + 1 : at);
}
