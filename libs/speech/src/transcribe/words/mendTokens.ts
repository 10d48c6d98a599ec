import type { Token } from './joinTokens.ts';

/** What is left of a character whose bytes came in parts. */
const BROKEN = '\uFFFD';

/**
 * Gives back characters that were broken apart because their bytes came in several tokens: `whole` is the text in
 * which they are not. Tokens that share a character become one.
 */
export function mendTokens(whole: string, tokens: readonly Token[]): Token[] {
  const mended: Token[] = [];
  let place = 0;
  for (let at = 0; at < tokens.length;) {
    const intact = tokens.findIndex(({ text }, index) => index >= at && !text.includes(BROKEN));
    const end = intact < 0 ? tokens.length : intact;
    if (end === at) {
      place += tokens[at].text.length;
      mended.push(tokens[at++]);
      continue;
    }
    const parts = tokens.slice(at, end);
    const text = textBetween(whole, place, parts, tokens[end]?.text);
    place += text.length;
    mended.push({ text, start: parts[0].start, end: parts.at(-1)!.end });
    at = end;
  }
  return mended;
}

/** What stands at a place of the whole text where broken tokens stand, up to the text of the next one. */
function textBetween(
  whole: string,
  place: number,
  parts: readonly Token[],
  next: string | undefined,
): string {
  const broken = parts.map(({ text }) => text).join('');
  const pattern = broken
    .split(/\uFFFD+/)
    .map(literally)
    .join('[^\\x00-\\x7f]+?');
  const sticky = new RegExp(`${pattern}(?=${next === undefined ? '$' : literally(next)})`, 'suy');
  sticky.lastIndex = place;
  return sticky.exec(whole)?.[0] ?? broken.replaceAll(BROKEN, '');
}

const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
