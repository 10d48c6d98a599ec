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

/** Whether two people changed the same of a line; where each changed something else, both can have it. */
export function clashes({ line, mine, theirs }: Pick<Conflict, 'line' | 'mine' | 'theirs'>): boolean {
  const changedByThem = differencesOf({ mine: asChanges(line), theirs });
  return differencesOf({ mine, theirs }).some((name) => changedByThem.includes(name));
}

/** All of a line, as if somebody asked for it. */
const asChanges = ({ text, start, end, character, offScreen, settings }: Line): LineChanges => ({
  ...{ text, character, offScreen, settings },
  times: start === null || end === null ? null : { start, end },
});

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
