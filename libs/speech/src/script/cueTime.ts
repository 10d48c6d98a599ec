import { parseTimecode, Refusal, type Rate, type TimeSpan } from '@mondwerk/film';

const clock = String.raw`(?:(\d{1,3})\s?:\s?)?(\d{1,2})\s?:\s?(\d{1,2})(?:\s?([.,:;])\s?(\d{1,3}))?`;
const arrow = String.raw`\s*(?:-{1,3}|=+|[–—]{1,2}|-\s-)(?:>|&gt;)\s*`;
const timing = new RegExp(String.raw`^\s*${clock}${arrow}${clock}(?:\s.*)?$`);
const alone = new RegExp(String.raw`^\s*${clock}\s*$`);
const MOST_SIGNS = 300;

/** Whether a row of a script is meant as the times of a cue. */
export const isTiming = (row: string): boolean => row.includes('-->') || matchTiming(row) !== null;

/** Whether the times of a cue count frames: `00:00:01:12`. */
export const countsFrames = (row: string): boolean => {
  const match = matchTiming(row);
  return match !== null && (isFrames(match.slice(1, 6)) || isFrames(match.slice(6, 11)));
};

/** `0:3` alone may be minutes or hours. */
function matchTiming(row: string): RegExpExecArray | null {
  const match = row.length < MOST_SIGNS ? timing.exec(row) : null;
  const whole = match !== null && [1, 6].every((at) => (match[at] ?? match[at + 4]) !== undefined);
  return whole ? match : null;
}

/** What is needed to read the times of a cue. */
export interface TimingPlace {
  readonly name: string;
  /** From 1. */
  readonly row: number;
  readonly rate?: Rate;
}

/**
 * Reads `00:01:02,500 --> 00:01:04,000` in seconds; frames as `00:01:02:12` at the place's rate.
 * @throws Refusal naming file and row when it makes no sense.
 */
export function parseTiming(row: string, place: TimingPlace): TimeSpan {
  const match = matchTiming(row);
  const where = `The script ${place.name}, row ${place.row}`;
  if (match === null) {
    throw new Refusal(
      'script-times',
      `${where}: "${row.trim().slice(0, 60)}" is not a pair of times: write it as 00:01:02,500 --> 00:01:04,000.`,
    );
  }
  const [start, end] = [match.slice(1, 6), match.slice(6, 11)].map((parts) => secondsOf(parts, place));
  if (end <= start) {
    throw new Refusal('script-times', `${where}: the line ends before it starts: correct its times.`);
  }
  return { start, end };
}

/** Seconds of a time such as `00:01.500` or `01:02:03,5`; `undefined` when it is none. */
export function secondsOfClock(text: string): number | undefined {
  const parts = text.length < MOST_SIGNS ? alone.exec(text) : null;
  return parts === null || parts[4] === ':' || parts[4] === ';' ? undefined : clockOf(parts.slice(1));
}

type Parts = readonly (string | undefined)[];

const isFrames = ([hours, , , sign, rest]: Parts): boolean =>
  (sign === ':' || sign === ';') && hours !== undefined && rest!.length < 3;

function secondsOf(parts: Parts, place: TimingPlace): number {
  const [hours, minutes, seconds, sign, rest] = parts;
  if (!isFrames(parts)) return clockOf(parts);
  if (place.rate === undefined) throw rateMissing(place.name);
  const code = [hours, minutes, seconds].map((part) => part!.padStart(2, '0')).join(':');
  const found = parseTimecode(`${code}${sign}${rest!.padStart(2, '0')}`, place.rate);
  if (found !== undefined) return found;
  throw new Refusal(
    'script-times',
    `The script ${place.name}, row ${place.row}: there is no frame ${code}${sign}${rest} at ${showRate(place.rate)} frames a second: give its right frame rate.`,
  );
}

/** Whole milliseconds first: 1.1 + 3600 is not 3601.1. */
function clockOf([hours, minutes, seconds, , fraction]: Parts): number {
  const whole = Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
  return (whole * 1000 + Number((fraction ?? '').padEnd(3, '0'))) / 1000;
}

/** The Refusal for times that count frames without anybody having said how many there are in a second. */
export const rateMissing = (name: string): Refusal =>
  new Refusal(
    'script-rate',
    `The script ${name} counts frames and does not say how many there are in a second: give its frame rate (--rate 25), or add the film first.`,
  );

/** A rate as people say it: 25, 23.976. */
export const showRate = ({ num, den }: Rate): string =>
  den === 1 ? String(num) : (num / den).toFixed(3).replace(/0+$/, '');
