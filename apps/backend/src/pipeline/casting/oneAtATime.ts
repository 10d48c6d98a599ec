import { lengthOf, type FrameSpan, type Line } from '@mondwerk/film';
import { NOBODY_SEEN, type Choice, type DecidedSpeaker, type SpokenLine } from './spokenLine.ts';

/** Lines that share no more of the shorter one than this are said one after the other. */
const GRAZING = 0.25;

/** A line with the performers who are on the screen while it is heard. */
export interface CastLine extends SpokenLine {
  readonly present: readonly string[];
}

/** What is known of who says what. */
export interface KnownSpeakers {
  readonly lines: readonly Line[];
  readonly decided: DecidedSpeaker;
  /** The performers of characters that are plain. */
  readonly known: ReadonlyMap<string, string>;
}

/**
 * Lets no mouth say lines of two characters at once: the line that is surely the performer's stays, the other one is said
 * by a face that says nothing meanwhile, or by nobody who is seen. What people decided stays.
 */
export function oneAtATime(cast: readonly CastLine[], speakers: KnownSpeakers): SpokenLine[] {
  const settled = new Map<CastLine, SpokenLine>();
  for (const inShot of Map.groupBy(cast, ({ shot }) => shot).values()) {
    const before: SpokenLine[] = [];
    for (const each of inShot.toSorted((a, b) => surenessOf(b, speakers) - surenessOf(a, speakers))) {
      const { present, ...line } = each;
      const busy = busyWith(line, before, speakers.lines);
      const free = line.performer === null || !busy.has(line.performer) || isDecided(line, speakers);
      const choice = free ? {} : chooseFree(present.filter((performer) => !busy.has(performer)));
      const said = { ...line, ...choice };
      before.push(said);
      settled.set(each, said);
    }
  }
  return cast.map((each) => settled.get(each)!);
}

const chooseFree = ([free]: readonly string[]): Choice =>
  free === undefined
    ? { performer: null, doubt: NOBODY_SEEN.mouthBusy, by: 'nobody-seen', sureness: 0.7 }
    : {
        ...{ performer: free, by: 'free-face', sureness: 0.5 },
        doubt: 'the likelier face says another line meanwhile: a free one was taken',
      };

/** Who says a line of somebody else while one is heard. */
function busyWith(
  { line, frames }: SpokenLine,
  settled: readonly SpokenLine[],
  lines: readonly Line[],
): Set<string> {
  const character = lines[line].character;
  return new Set(
    settled
      .filter((other) => other.line !== line && !other.silent)
      .filter((other) => character === undefined || lines[other.line].character !== character)
      .filter((other) => saidAtOnce(other.frames, frames))
      .flatMap(({ performer }) => performer ?? []),
  );
}

function saidAtOnce(a: FrameSpan, b: FrameSpan): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared > GRAZING * Math.min(lengthOf(a), lengthOf(b));
}

const isDecided = ({ line }: SpokenLine, { lines, decided }: KnownSpeakers): boolean =>
  decided(lines[line]) !== undefined;

/** How surely it is the performer's: people say so, the character is known, there is no doubt, and how sure that is. */
function surenessOf(line: SpokenLine, speakers: KnownSpeakers): number {
  if (isDecided(line, speakers)) return 3;
  const character = speakers.lines[line.line].character ?? '';
  if (speakers.known.has(character)) return speakers.known.get(character) === line.performer ? 2 : -1;
  return (line.doubt === null ? 1 : 0) + 0.5 * (line.sureness ?? 0);
}
