import { formatTimecode, parseTimecode, perSecond, Refusal, type Rate } from '@mondwerk/film';
import { moveDocument } from './moveDocument.ts';
import { plainOf, type RichText } from './richText.ts';
import type { RawScript, ScriptClock, ScriptDocument, ScriptReading } from './scriptDocument.ts';
import { writeClock } from './writeClock.ts';

/**
 * Counts a script's times from its film's first frame, and puts its lines in the order of their times; what was
 * decided is told in its remarks. @throws Refusal `script-start` when lines would begin before the film.
 */
export function settleTimes(raw: RawScript, reading: ScriptReading, name: string): ScriptDocument {
  const zero = findZero(raw, reading, name);
  const moved = zero.seconds === 0 ? raw.document : countedFrom(raw.document, zero.seconds);
  const sorted = sortLines(moved);
  const early = sorted.lines.find(({ span }) => span !== undefined && span.start < 0);
  if (early === undefined) return { ...sorted, remarks: [...zero.remarks, ...sorted.remarks] };
  throw new Refusal(
    'script-start',
    `The script ${name}: “${excerpt(early.text)}” would begin ${(-early.span!.start).toFixed(1)} s before the film, whose first frame is taken to be ${showClock(zero.seconds, sorted.clock)}: give the timecode of the film's first frame.`,
  );
}

function countedFrom(document: ScriptDocument, zero: number): ScriptDocument {
  const { clock } = document;
  const moved = moveDocument(document, -zero);
  if (clock === undefined) return moved;
  const frame = Math.round(zero * perSecond(clock.rate));
  return { ...moved, clock: { ...clock, start: { ...clock.start, frame } } };
}

interface Zero {
  readonly seconds: number;
  readonly remarks: readonly string[];
}

function findZero(raw: RawScript, reading: ScriptReading, name: string): Zero {
  const { clock } = raw.document;
  if (reading.start !== undefined) return { seconds: readStart(reading.start, raw, reading), remarks: [] };
  if (raw.zero !== undefined) {
    const told = `The script ${name} says that the film begins at ${showClock(raw.zero, clock)}: its times are counted from there.`;
    return { seconds: raw.zero, remarks: raw.zero === 0 ? [] : [told] };
  }
  const { filmSeconds } = reading;
  const seconds =
    filmSeconds === undefined ? (raw.likelyZero ?? 0) : guessZero(raw.document, reading, filmSeconds);
  const told = `The times of ${name} do not count from the film's first frame: they are taken to count from ${showClock(seconds, clock)}. If the film begins elsewhere, say at which timecode.`;
  return { seconds, remarks: seconds === 0 ? [] : [told] };
}

function readStart(start: string, { document: { clock } }: RawScript, { rate }: ScriptReading): number {
  const code = clock?.start.drop ? start.replace(/:(\d\d)$/, ';$1') : start;
  const seconds =
    codeSeconds(code, clock, rate) || parseTimecode(code, clock?.rate ?? rate ?? { num: 25, den: 1 });
  if (seconds !== undefined) return seconds;
  throw new Refusal(
    'script-start',
    `${start} is not the timecode of a first frame: write 10:00:00:00, or seconds.`,
  );
}

/** Nobody is silent for so long at the beginning of a film; its timecode may well begin there. */
const LONG_SILENCE = 1800;

/**
 * Where a script seems to count from, if it is not the film's first frame: the film's own timecode or the full hour
 * before its first line, where some lines would lie beyond the film otherwise and none does then.
 */
function guessZero(
  { lines, clock }: ScriptDocument,
  { filmTimecode, rate }: ScriptReading,
  filmSeconds: number,
): number {
  let [first, last] = [Infinity, -Infinity];
  for (const { span } of lines) {
    first = Math.min(first, span?.start ?? Infinity);
    last = Math.max(last, span?.start ?? -Infinity);
  }
  if (first === Infinity) return 0;
  const fits = (zero: number): boolean => zero > 0 && first >= zero - 1e-6 && last - zero < filmSeconds;
  const own = codeSeconds(filmTimecode, clock, rate);
  if (last < filmSeconds) return own >= LONG_SILENCE && fits(own) ? own : 0;
  const hour = hourOf(clock);
  return [own, Math.floor((first + 1e-6) / hour) * hour].find(fits) ?? 0;
}

/** A script that counts no frames writes the same digits, whatever the frames do meanwhile. */
function codeSeconds(
  code: string | undefined,
  clock: ScriptClock | undefined,
  rate: Rate | undefined,
): number {
  const parts = /^(\d\d):(\d\d):(\d\d)[:;.](\d\d)$/.exec(code ?? '');
  if (parts === null) return 0;
  if (clock !== undefined) return parseTimecode(parts[0].replace('.', ';'), clock.rate) ?? 0;
  const [hours, minutes, seconds, frames] = parts.slice(1).map(Number);
  return hours * 3600 + minutes * 60 + seconds + (rate === undefined ? 0 : frames / perSecond(rate));
}

/** How many seconds an hour of a timecode lasts: 3603.6 where 29.97 frames are counted as if they were 30. */
const hourOf = (clock: ScriptClock | undefined): number =>
  clock === undefined ? 3600 : parseTimecode(`01:00:00${clock.start.drop ? ';' : ':'}00`, clock.rate)!;

/** A script whose lines are in the order of their times; those without stay behind the line that they stand behind. */
export function sortLines(document: ScriptDocument): ScriptDocument {
  let last = 0;
  const starts = document.lines.map(({ span }) => (last = span?.start ?? last));
  const order = starts.map((_, place) => place).sort((a, b) => starts[a] - starts[b] || a - b);
  const wrong = starts.filter((start, at) => at > 0 && start < starts[at - 1]).length;
  if (wrong === 0) return document;
  const placeOf = new Map(order.map((from, to) => [from, to]));
  const told = `${wrong === 1 ? 'One line was' : `${wrong} lines were`} not in the order of the times: all lines have been put in order.`;
  return {
    ...document,
    lines: order.map((from) => document.lines[from]),
    notes: document.notes.map((note) => ({ ...note, before: placeOf.get(note.before) ?? note.before })),
    cuts: [...document.cuts].sort((a, b) => a - b),
    loops: [...document.loops].sort((a, b) => a - b),
    remarks: [...document.remarks, told],
  };
}

const excerpt = (text: RichText): string => {
  const words = plainOf(text).replace(/\s+/g, ' ').trim();
  return words.length > 40 ? `${words.slice(0, 39)}…` : words;
};

function showClock(seconds: number, clock: ScriptClock | undefined): string {
  if (clock !== undefined) {
    const frame = Math.round(seconds * perSecond(clock.rate));
    return formatTimecode(frame, clock.rate, { frame: 0, drop: clock.start.drop });
  }
  return writeClock(seconds).slice(0, 8);
}
