/** A part of a line's text that begins with a word. */
export interface TextPiece {
  readonly text: string;
  /** The place of its word among those given; -1 for what stands before the first. */
  readonly word: number;
}

/**
 * Cuts a text before each of its words, so that the pieces together are the text. Words that are not found in it in their
 * order have no piece.
 */
export function textPieces(text: string, words: readonly string[]): TextPiece[] {
  const pieces: TextPiece[] = [];
  let [from, word] = [0, -1];
  let at = 0;
  words.forEach((next, index) => {
    const found = next === '' ? -1 : text.indexOf(next, at);
    if (found < 0) return;
    const start = openedAt(text, found, from);
    if (start > from) pieces.push({ text: text.slice(from, start), word });
    [from, word] = [start, index];
    at = found + next.length;
  });
  return [...pieces, { text: text.slice(from), word }].filter((piece) => piece.text !== '');
}

/** What opens before a word belongs to it: quotation marks, brackets, the Spanish question mark. */
function openedAt(text: string, found: number, least: number): number {
  let start = found;
  while (
    start > least &&
    /[\p{Ps}\p{Pi}"'¿¡]/u.test(text[start - 1]) &&
    !/[\p{L}\p{N}]/u.test(text[start - 2] ?? ' ')
  )
    start--;
  return start;
}
