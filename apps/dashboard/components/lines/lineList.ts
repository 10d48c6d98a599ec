import type { Character } from '#lib/api/cast.ts';
import type { Line } from '#lib/api/lines.ts';
import type { PlannedLine } from '#lib/api/planLines.ts';
import { isEdited } from './lineSettings.ts';

/** A line as the list shows it. */
export interface ListedLine {
  readonly line: Line;
  /** What the last check found of it; `null` where there was none of this script. */
  readonly planned: PlannedLine | null;
  readonly who: string | null;
  /** Where it is said, in seconds: where the voice says it, else where the script has it; `null` where neither is known. */
  readonly start: number | null;
  readonly end: number | null;
  readonly flags: readonly Flag[];
}

/** What is worth knowing of a line at a glance. */
export const FLAGS = [
  'does-not-fit',
  'not-heard',
  'overlaps',
  'words-unknown',
  'nobody-seen',
  'off-time',
  'doubtful',
  'off-screen',
  'left',
  'edited',
] as const;

/** What is worth knowing of a line at a glance. */
export type Flag = (typeof FLAGS)[number];

/** Which lines are listed. */
export interface LineFilter {
  /** Words that are in the text, the name or the number. */
  readonly text: string;
  /** A flag, lines with a mismatch that is seen, lines of nobody; `null` for all. */
  readonly only: Flag | 'mismatch' | 'nobody' | null;
  /** A character; `null` for all. */
  readonly character: string | null;
}

/** All lines. */
export const ALL_LINES: LineFilter = { text: '', only: null, character: null };

/** A mismatch from here on is worth a look. */
export const SEEN_MISMATCH = 0.25;

/** Puts together what is known of the lines of a script. */
export function listLines(
  lines: readonly Line[],
  planned: readonly PlannedLine[],
  characters: readonly Character[],
): ListedLine[] {
  const found = new Map(planned.map((each) => [each.index, each]));
  const people = new Map(characters.map((each) => [each.id, each]));
  return lines.map((line) => {
    const own = found.get(line.index) ?? null;
    const character = people.get(line.character ?? '');
    const heard = own !== null && own.problem !== 'not-heard' ? own : null;
    return {
      ...{ line, planned: own, who: character?.name ?? null },
      start: heard?.start ?? line.start,
      end: heard?.end ?? line.end,
      flags: flagsOf(line, own, character?.offScreen ?? false),
    };
  });
}

/** Why no mouth that is seen says a line. */
const UNSEEN: readonly PlannedLine['leftOut'][] = ['no-face', 'performer-away', 'mouth-busy'];

function flagsOf(line: Line, planned: PlannedLine | null, narrator: boolean): Flag[] {
  const offScreen = line.offScreen || narrator;
  const { leave } = line.settings;
  const matters = planned !== null && !offScreen && !leave;
  const is: Readonly<Record<Flag, boolean>> = {
    'does-not-fit': planned?.problem === 'other-words' || planned?.problem === 'too-fast',
    'not-heard': planned?.problem === 'not-heard',
    overlaps: planned?.problem === 'overlaps',
    'words-unknown': planned?.problem === 'words-unknown',
    'off-time': planned?.problem === 'off-time',
    'nobody-seen': matters && UNSEEN.includes(planned.leftOut),
    doubtful: matters && planned.spoken.some(({ performer, doubt }) => performer !== null && doubt !== null),
    'off-screen': offScreen,
    left: leave,
    edited: isEdited({ ...line.settings, leave: false }),
  };
  return FLAGS.filter((flag) => is[flag]);
}

/** The lines that a filter lets through, in their order. */
export function filterLines(lines: readonly ListedLine[], filter: LineFilter): readonly ListedLine[] {
  const words = plain(filter.text)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0 && filter.only === null && filter.character === null) return lines;
  return lines.filter(
    (each) =>
      lets(each, filter) &&
      words.every((word) =>
        plain(`${each.line.index + 1} ${each.who ?? ''} ${each.line.text}`).includes(word),
      ),
  );
}

function lets({ line, planned, flags }: ListedLine, { only, character }: LineFilter): boolean {
  if (character !== null && line.character !== character) return false;
  if (only === null) return true;
  if (only === 'nobody') return line.character === null;
  if (only === 'mismatch') return (planned?.mismatch ?? 0) >= SEEN_MISMATCH;
  return flags.includes(only);
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
