import { overlaps, type Line, type Performer } from '@mondwerk/film';
import { chooseSpeaker, type LineEvidence } from './chooseSpeaker.ts';
import { knownCharacters, type WitnessedLine } from './knownCharacters.ts';
import { oneAtATime } from './oneAtATime.ts';
import {
  NOBODY_SEEN,
  type Choice,
  type DecidedSpeaker,
  type HeardLine,
  type SpokenLine,
} from './spokenLine.ts';
import type { TrackSummary } from './trackSummary.ts';

export { NOBODY_SEEN } from './spokenLine.ts';
export type { DecidedSpeaker, HeardLine, SpokenLine } from './spokenLine.ts';

/** Tells how the mouths of performers move while a line is heard, and whether the film speaks then. */
export type MeasureMouths = (
  heard: HeardLine,
  performers: readonly string[],
) => Promise<Pick<LineEvidence, 'mouths' | 'speech'>>;

/** What the lines of a film are cast from. */
export interface Scene {
  readonly lines: readonly Line[];
  readonly performers: readonly Performer[];
  readonly tracks: readonly TrackSummary[];
  readonly decided: DecidedSpeaker;
}

/**
 * Decides who says each line, and tells by what and how surely. People's own choice comes first; then the performer who
 * says the other lines of the script's character, learned over the whole film; then the one face on the screen; then the
 * mouth that moves with the original voice. Mouths that do not move while the film speaks say nothing, and no mouth says
 * lines of two characters at once.
 */
export async function castLines(
  heard: readonly HeardLine[],
  { lines, performers, tracks, decided }: Scene,
  measure: MeasureMouths,
): Promise<SpokenLine[]> {
  const witnessed: WitnessedLine[] = [];
  // One after the other: each measurement reads a whole shot, and all of them at once would fill the memory.
  for (const each of heard) {
    const present = onScreen(each, performers, tracks);
    const seen = present.length === 0 ? NOTHING_SEEN : await measure(each, present);
    witnessed.push({ heard: each, evidence: { present, ...seen } });
  }
  const known = knownCharacters(witnessed, lines, decided);
  const cast = witnessed.map(({ heard: each, evidence }) => {
    const { character } = lines[each.line];
    const named = character === undefined ? undefined : known.get(character);
    const choice =
      decidedChoice(decided(lines[each.line]), evidence.present) ??
      chooseSpeaker(each.silent ? { ...evidence, speech: null } : evidence, named);
    return { ...each, ...choice, present: evidence.present };
  });
  const performersOf = new Map([...known].map(([character, { performer }]) => [character, performer]));
  return oneAtATime(cast, { lines, decided, known: performersOf });
}

const NOTHING_SEEN: Awaited<ReturnType<MeasureMouths>> = { mouths: new Map(), speech: null };

function decidedChoice(decided: ReturnType<DecidedSpeaker>, present: readonly string[]): Choice | undefined {
  if (decided === undefined) return undefined;
  const choice = { by: 'person', sureness: 1 } as const;
  if (decided === null || present.includes(decided)) return { performer: decided, doubt: null, ...choice };
  return { performer: null, doubt: NOBODY_SEEN.performerAway, ...choice };
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
