import type { Line, Performer } from '@mondwerk/film';
import { plainName } from '../dubVoices.ts';
import type { Cast } from '../stages/castPerformers.ts';

const PERFORMER = /^p(?:erformer)?[- ]?(\d+)$/i;
const FACE = /^shot-\d+-face-\d+$/i;
const NOBODY = /^(nobody|none|off)$/i;

/** Whether a name is one by which `inspect` tells performers or their faces. */
export const isPerformerName = (name: string): boolean => PERFORMER.test(name) || FACE.test(name);

/** Whether a name is that of nobody on the screen. */
export const isNobody = (name: string): boolean => NOBODY.test(name);

/** The id that `performer-2` or `P2` names; `undefined` for any other name. */
export function performerId(name: string): string | undefined {
  const short = PERFORMER.exec(name.trim());
  return short === null ? undefined : `performer-${short[1]}`;
}

/** The performer that `performer-2`, `P2` or the face `shot-3-face-1` names; `undefined` when there is none. */
export function performerCalled(name: string, performers: readonly Performer[]): string | undefined {
  const wanted = performerId(name) ?? name.trim().toLowerCase();
  return performers.find(({ id, tracks }) => id === wanted || tracks.includes(wanted))?.id;
}

/**
 * Whom a person means by a name: a performer as `inspect` tells them, or the one who says most lines of a character.
 * `undefined` when there is nobody of that name.
 */
export function performerNamed(name: string, lines: readonly Line[], cast: Cast): string | undefined {
  const own = performerCalled(name, cast.performers);
  if (own !== undefined) return own;
  const characterOf = new Map(lines.map(({ index, character }) => [index, character]));
  const count = new Map<string, number>();
  for (const { line, performer } of cast.spoken) {
    const character = characterOf.get(line);
    if (performer === null || character === undefined || plainName(character) !== plainName(name)) continue;
    count.set(performer, (count.get(performer) ?? 0) + 1);
  }
  return [...count].sort(([, a], [, b]) => b - a)[0]?.[0];
}
