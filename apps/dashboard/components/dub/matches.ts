import type { Character } from '#lib/api/cast.ts';
import type { Line } from '#lib/api/lines.ts';
import type { PlannedLine } from '#lib/api/planLines.ts';
import type { Stem } from '#lib/api/stems.ts';
import { castSuggestions, isLikely, stemSuggestions, type CastSuggestion } from './suggestions.ts';

/** A character with who plays the part and whose stem the voice is, or who and which it seems to be. */
export interface Match {
  readonly character: Character;
  /** How many lines of the script are theirs. */
  readonly lines: number;
  /** Who seems to play the part, while nobody has said. */
  readonly suggested: CastSuggestion | null;
  readonly stem: Stem | null;
  /** The stem that seems to be theirs, while they have none. */
  readonly suggestedStem: Stem | null;
}

/** Matches the characters of a script with performers and stems; who speaks most is first. */
export function matchesOf(
  characters: readonly Character[],
  lines: readonly Line[],
  planned: readonly PlannedLine[],
  stems: readonly Stem[],
): Match[] {
  const counts = new Map<string, number>();
  for (const { character } of lines) {
    if (character !== null) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  const cast = castSuggestions(lines, planned);
  const voices = new Map(
    [...stemSuggestions(stems, characters)].map(([stem, character]) => [character, stem]),
  );
  return characters
    .map((character): Match => {
      const open = character.performer === null && !character.offScreen;
      const stem = stems.find((each) => each.character === character.id) ?? null;
      return {
        ...{ character, stem },
        lines: counts.get(character.id) ?? 0,
        suggested: (open && cast.get(character.id)) || null,
        suggestedStem: stems.find(({ id }) => id === voices.get(character.id)) ?? null,
      };
    })
    .sort((a, b) => b.lines - a.lines || a.character.name.localeCompare(b.character.name));
}

/** What is taken over when all suggestions are accepted: who more lines speak for than against, and all stems. */
export function acceptable(matches: readonly Match[]): {
  readonly cast: readonly { readonly character: Character; readonly performer: string }[];
  readonly stems: readonly { readonly character: Character; readonly stem: Stem }[];
} {
  return {
    cast: matches.flatMap(({ character, suggested }) =>
      suggested !== null && isLikely(suggested) ? [{ character, performer: suggested.performer }] : [],
    ),
    stems: matches.flatMap(({ character, suggestedStem }) =>
      suggestedStem === null ? [] : [{ character, stem: suggestedStem }],
    ),
  };
}
