import { canBePrefix, isCapital } from './characters.ts';
import { plainOf, type RichText } from './richText.ts';
import type { ScriptDocument, ScriptLine } from './scriptDocument.ts';

/**
 * How each character's name stands in front of its lines, so that a reader knows it from a word: as it is, or in
 * capitals; characters whose names cannot be told so are left out.
 */
export function writtenNames({ characters, lines }: ScriptDocument): Map<string, string> {
  const spoken = lines.filter(({ text }) => /[\p{L}\p{N}]/u.test(plainOf(text)));
  const everywhere = spoken.every(({ character }) => character !== undefined);
  const times = new Map<string, number>();
  for (const { character } of lines) {
    if (character !== undefined) times.set(character, (times.get(character) ?? 0) + 1);
  }
  const names = characters.map(({ id, name }) => [id, name.trim()] as const);
  const plain = names.every(([, name]) => canBePrefix(name));
  return new Map(
    names.flatMap(([id, name]) => {
      const known = (plain && everywhere) || isCapital(name) || (times.get(id) ?? 0) > 1;
      const written = known ? name : name.toUpperCase();
      return canBePrefix(written) ? [[id, written] as const] : [];
    }),
  );
}

/** The text of a line with the name in front. */
export function withName({ character, text }: ScriptLine, names: ReadonlyMap<string, string>): RichText {
  const name = character === undefined ? undefined : names.get(character);
  return name === undefined ? text : [`${name}: `, ...text];
}
