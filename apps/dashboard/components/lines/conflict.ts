import type { Line, LineChanges } from '#lib/api/lines.ts';
import { sameSettings } from './lineSettings.ts';

/** Two people changed the same line. */
export interface Conflict {
  /** As it was when the change was begun. */
  readonly line: Line;
  readonly mine: LineChanges;
  /** As it is now; `undefined` where it is gone. */
  readonly theirs: Line | undefined;
  /** Who was faster, where that is known. */
  readonly who: string | null;
}

/** What differs between two people's changes of a line. */
export type Differing = 'text' | 'times' | 'character' | 'offScreen' | 'settings';

/** What of a line would become other than the other person left it, if one's own changes were made all the same. */
export function differencesOf({ mine, theirs }: Pick<Conflict, 'mine' | 'theirs'>): Differing[] {
  if (theirs === undefined) return [];
  const { text, times, character, offScreen, settings } = mine;
  const is: Readonly<Record<Differing, boolean>> = {
    text: text !== undefined && text !== theirs.text,
    times:
      times !== undefined && ((times?.start ?? null) !== theirs.start || (times?.end ?? null) !== theirs.end),
    character: character !== undefined && character !== theirs.character,
    offScreen: offScreen !== undefined && offScreen !== theirs.offScreen,
    settings: settings !== undefined && !sameSettings({ ...theirs.settings, ...settings }, theirs.settings),
  };
  return (Object.keys(is) as Differing[]).filter((name) => is[name]);
}
