import { overlaps, type FrameSpan, type Line, type Performer } from '@mondwerk/film';
import { oneAtATime, type CastLine } from './oneAtATime.ts';
import type { TrackSummary } from './trackSummary.ts';

/** A line as far as it is heard in one shot. */
export interface HeardLine {
  readonly line: number;
  readonly shot: number;
  /** The frames of the shot in which it is heard, or would be. */
  readonly frames: FrameSpan;
  /** Nobody says it in the voice: the mouth that said it in the film rests meanwhile. */
  readonly silent?: true;
}

/** Whose mouth says a line in a shot. */
export interface SpokenLine extends HeardLine {
  /** `null` when no face is on the screen meanwhile. */
  readonly performer: string | null;
  /** Why the choice may be wrong, `null` when it is plain. */
  readonly doubt: string | null;
}

/** Whom people say that a line is said by: a performer, nobody on the screen (`null`), or nothing (`undefined`). */
export type DecidedSpeaker = (line: Line) => string | null | undefined;

/** Tells how much each performer's mouth moves while a line is heard. */
export type MeasureMovement = (
  heard: HeardLine,
  performers: readonly string[],
) => Promise<ReadonlyMap<string, number>>;

/** Why nobody on the screen says a line although nobody decided so. */
export const NOBODY_SEEN = {
  noFace: 'no face is on the screen meanwhile',
  performerAway: 'the performer of this line is not on the screen meanwhile',
  mouthBusy: 'the one face on the screen says another line meanwhile',
} as const;

/** A mouth must move this much more than the next one's to be believed. */
const CLEARLY_MORE = 1.6;

/** What the lines of a film are cast from. */
export interface Scene {
  readonly lines: readonly Line[];
  readonly performers: readonly Performer[];
  readonly tracks: readonly TrackSummary[];
  readonly decided: DecidedSpeaker;
}

/**
 * Decides who says each line. People's own choice comes first. One face on the screen: that one. Several: the performer who says all the other lines of
 * the script's character, else the mouth that moved most with the original voice, and the doubt is told. No mouth says
 * lines of two characters at once.
 */
export async function castLines(
  heard: readonly HeardLine[],
  { lines, performers, tracks, decided }: Scene,
  measure: MeasureMovement,
): Promise<SpokenLine[]> {
  const present = heard.map((each) => onScreen(each, performers, tracks));
  const known = knownCharacters(heard, present, lines);
  const cast: CastLine[] = [];
  // One after the other: each measurement reads a whole shot, and all of them at once would fill the memory.
  for (const [at, each] of heard.entries()) {
    const { character } = lines[each.line];
    const named = character === undefined ? undefined : known.get(character);
    const choice =
      decidedChoice(decided(lines[each.line]), present[at]) ??
      (await chooseSpeaker(each, present[at], named, measure));
    cast.push({ ...each, ...choice, present: present[at] });
  }
  return oneAtATime(cast, { lines, decided, known });
}

type Choice = Pick<SpokenLine, 'performer' | 'doubt'>;

function decidedChoice(decided: ReturnType<DecidedSpeaker>, present: readonly string[]): Choice | undefined {
  if (decided === undefined) return undefined;
  if (decided === null || present.includes(decided)) return { performer: decided, doubt: null };
  return { performer: null, doubt: NOBODY_SEEN.performerAway };
}

async function chooseSpeaker(
  heard: HeardLine,
  present: readonly string[],
  named: string | undefined,
  measure: MeasureMovement,
): Promise<Choice> {
  if (present.length === 0) return { performer: null, doubt: NOBODY_SEEN.noFace };
  if (present.length === 1) return { performer: present[0], doubt: null };
  if (named !== undefined && present.includes(named)) return { performer: named, doubt: null };
  return liveliest(present, await measure(heard, present));
}

function onScreen(
  heard: HeardLine,
  performers: readonly Performer[],
  tracks: readonly TrackSummary[],
): string[] {
  const seen = new Set(
    tracks
      .filter((track) => track.shot === heard.shot && overlaps(track.span, heard.frames))
      .sort((a, b) => b.height - a.height)
      .map(({ id }) => id),
  );
  return [...seen]
    .flatMap((track) => performers.find(({ tracks: all }) => all.includes(track))?.id ?? [])
    .filter(isFirst);
}

const isFirst = <T>(item: T, at: number, all: readonly T[]): boolean => all.indexOf(item) === at;

/** Characters whose lines are said by one and the same performer wherever only one face is seen. */
function knownCharacters(
  heard: readonly HeardLine[],
  present: readonly (readonly string[])[],
  lines: readonly Line[],
): Map<string, string> {
  const votes = new Map<string, Set<string>>();
  heard.forEach(({ line, silent }, at) => {
    if (silent) return;
    const character = lines[line].character;
    if (character === undefined || present[at].length !== 1) return;
    votes.set(character, (votes.get(character) ?? new Set()).add(present[at][0]));
  });
  const sure = [...votes].flatMap(([character, set]) =>
    set.size === 1 ? [[character, [...set][0]] as const] : [],
  );
  return new Map(sure.filter(([, performer]) => sure.filter((other) => other[1] === performer).length === 1));
}

function liveliest(present: readonly string[], movement: ReadonlyMap<string, number>): Choice {
  const moved = (performer: string): number => movement.get(performer) ?? 0;
  const [first, second] = [...present].sort((a, b) => moved(b) - moved(a));
  if (moved(first) > CLEARLY_MORE * moved(second)) {
    return {
      performer: first,
      doubt: `of ${present.length} faces, the one whose mouth moved most was taken`,
    };
  }
  return {
    performer: present[0],
    doubt: `${present.length} faces move their mouths alike: the largest was taken`,
  };
}
