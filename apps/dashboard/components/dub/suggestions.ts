import type { Character } from '#lib/api/cast.ts';
import type { Line } from '#lib/api/lines.ts';
import type { PlannedLine } from '#lib/api/planLines.ts';
import type { Stem } from '#lib/api/stems.ts';
import { guessBrought } from './broughtKinds.ts';

/** Who seems to play a character, and how sure that is. */
export interface CastSuggestion {
  readonly performer: string;
  /** How many lines of the character their mouth says. */
  readonly lines: number;
  /** How many lines of the character are said by anybody who is seen. */
  readonly of: number;
}

/** Who seems to play each character, by what a check has found of whose mouths say the lines; the key is the character. */
export function castSuggestions(
  lines: readonly Line[],
  planned: readonly PlannedLine[],
): ReadonlyMap<string, CastSuggestion> {
  const byIndex = new Map(planned.map((each) => [each.index, each]));
  const votes = new Map<string, Map<string, number>>();
  for (const { index, character } of lines) {
    const speaker = speakerOf(byIndex.get(index));
    if (character === null || speaker === null) continue;
    const own = votes.get(character) ?? new Map<string, number>();
    votes.set(character, own.set(speaker, (own.get(speaker) ?? 0) + 1));
  }
  return new Map([...votes].map(([character, own]) => [character, mostOf(own)]));
}

/** Whose mouth says most of a line, by frames; `null` where nobody is seen saying it. */
export function speakerOf(planned: PlannedLine | undefined): string | null {
  const frames = new Map<string, number>();
  for (const { performer, start, end } of planned?.spoken ?? []) {
    if (performer !== null) frames.set(performer, (frames.get(performer) ?? 0) + end - start);
  }
  return [...frames].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function mostOf(votes: ReadonlyMap<string, number>): CastSuggestion {
  const sorted = [...votes].sort((a, b) => b[1] - a[1]);
  const [performer, lines] = sorted[0];
  return { performer, lines, of: sorted.reduce((sum, [, count]) => sum + count, 0) };
}

/** Whether more lines speak for a suggestion than against it. */
export const isLikely = ({ lines, of }: CastSuggestion): boolean => lines * 2 > of;

/** Whose voice each stem seems to be that is nobody's yet, by its name; the key is the stem. */
export function stemSuggestions(
  stems: readonly Stem[],
  characters: readonly Character[],
): ReadonlyMap<string, string> {
  const taken = new Set(stems.map(({ character }) => character));
  const free = characters.filter(({ id }) => !taken.has(id));
  return new Map(
    stems
      .filter(({ kind, character }) => kind === 'dialogue' && character === null)
      .flatMap(({ id, name }) => {
        const { character } = guessBrought(name, 'stem', { characters: free, original: null });
        return character === null ? [] : [[id, character] as const];
      }),
  );
}
