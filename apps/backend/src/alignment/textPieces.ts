/** A part of a line's text that begins with a word. */
export interface TextPiece {
  readonly text: string;
  /** The place of its word among those given; -1 for what stands before the first. */
  readonly word: number;
}

/** Where a word stands in a text, half-open. */
export interface WordPlace {
  readonly word: number;
  /** Where what opens before it begins: quotation marks, brackets, the Spanish question mark. */
  readonly opens: number;
  readonly from: number;
  readonly to: number;
}

/** Where words stand in a text, in their order; those that are not found there are left out. */
export function wordPlaces(text: string, words: readonly string[]): WordPlace[] {
  const places: WordPlace[] = [];
  let at = 0;
  words.forEach((next, word) => {
    const from = next === '' ? -1 : text.indexOf(next, at);
    if (from < 0) return;
    places.push({ word, opens: openedAt(text, from, at), from, to: from + next.length });
    at = from + next.length;
  });
  return places;
}

/** Cuts a text before each of its words, so that the pieces together are the text. */
export function textPieces(text: string, words: readonly string[]): TextPiece[] {
  const pieces: TextPiece[] = [];
  let [from, word] = [0, -1];
  for (const place of wordPlaces(text, words)) {
    if (place.opens > from) pieces.push({ text: text.slice(from, place.opens), word });
    [from, word] = [place.opens, place.word];
  }
  return [...pieces, { text: text.slice(from), word }].filter((piece) => piece.text !== '');
}

function openedAt(text: string, found: number, least: number): number {
  let start = found;
  while (start > least && OPENS.test(text[start - 1]) && !/[\p{L}\p{N}]/u.test(text[start - 2] ?? ' '))
    start--;
  return start;
}

const OPENS = /[\p{Ps}\p{Pi}"'¿¡]/u;
