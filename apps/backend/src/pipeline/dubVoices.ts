import type { Line } from '@mondwerk/film';
import type { VoiceStem } from './checkedOrder.ts';

/** Files of a dub that are heard as one voice, and the lines that are looked for in it. */
export interface DubVoice {
  readonly stems: readonly VoiceStem[];
  readonly lines: readonly Line[];
  /** Whether it is all files together, of which others are heard by themselves too. */
  readonly everyone: boolean;
}

/**
 * Says which files each line is heard in: a character's lines in the character's own files; all others in the files that
 * are nobody's own, or, where there are none, in all together. Voices that no line is heard in are not among them.
 */
export function voicesOf(stems: readonly VoiceStem[], lines: readonly Line[]): DubVoice[] {
  const owned = Map.groupBy(
    stems.filter(({ character }) => character !== null),
    ({ character }) => plainName(character!),
  );
  const shared = stems.filter(({ character }) => character === null);
  if (shared.length === 0 && owned.size === 1) return [{ stems, lines, everyone: false }];
  const ownerOf = ({ character }: Line): string | undefined => {
    const name = character === undefined ? undefined : plainName(character);
    return name !== undefined && owned.has(name) ? name : undefined;
  };
  const byOwner = Map.groupBy(lines, ownerOf);
  const own = [...owned].map(([name, files]) => ({ stems: files, lines: byOwner.get(name) ?? [] }));
  const rest = { stems: shared.length > 0 ? shared : stems, lines: byOwner.get(undefined) ?? [] };
  const heard = own.filter((voice) => voice.lines.length > 0);
  const everyone = shared.length === 0 && heard.length > 0;
  return [...heard.map((voice) => ({ ...voice, everyone: false })), { ...rest, everyone }].filter(
    (voice) => voice.lines.length > 0,
  );
}

/** Names are the same however they are written. */
export const plainName = (name: string): string => name.normalize('NFKC').trim().toLowerCase();
