import { plainOf, withoutStart } from './richText.ts';
import type { ScriptCharacter, ScriptLine } from './scriptDocument.ts';

const name = String.raw`(?:\p{Lu}|\p{Lo})[\p{L}\p{M}.'’-]{0,40}(?: (?:\p{Lu}|\p{Lo}|\d)[\p{L}\p{M}\d.'’-]{0,40}){0,2}`;
const prefix = new RegExp(String.raw`^\s*(?:[-–—‐‑−]\s*)?(${name})[^\S\n]*[:：](?:\s+|(?=\D))`, 'u');
const whole = new RegExp(String.raw`^${name}$`, 'u');

/** Whether a name can stand in front of a line's words and be told from them. */
export const canBePrefix = (text: string): boolean => whole.test(text);

/**
 * Takes `Name:` off the front of texts where it looks like a character's name: written in capitals, said by the
 * same name in several lines, or in front of every line.
 */
export function nameCharacters(lines: readonly ScriptLine[]): ScriptLine[] {
  const found = lines.map((line) =>
    line.character === undefined ? prefix.exec(plainOf(line.text).slice(0, 200)) : null,
  );
  const spoken = lines.map((line) => /[\p{L}\p{N}]/u.test(plainOf(line.text)));
  const times = new Map<string, number>();
  for (const match of found) if (match) times.set(match[1], (times.get(match[1]) ?? 0) + 1);
  const everywhere = found.every((match, at) => match !== null || !spoken[at]);
  return lines.map((line, at) => {
    const match = found[at];
    if (match === null || !(everywhere || isCapital(match[1]) || times.get(match[1])! > 1)) return line;
    return { ...line, character: match[1], text: withoutStart(line.text, match[0].length) };
  });
}

/** The characters that lines name, in the order in which they speak first; their names are their ids. */
export const charactersNamed = (lines: readonly ScriptLine[]): ScriptCharacter[] =>
  [...new Set(lines.flatMap(({ character }) => character ?? []))].map((id) => ({ id, name: id }));

/** Whether a name is written in capitals and can so be told from a word. */
export const isCapital = (text: string): boolean =>
  text.length > 1 && text === text.toUpperCase() && /\p{Lu}/u.test(text);
