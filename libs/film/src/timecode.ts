import { perSecond, type Rate } from './rate.ts';

/** Drop-frame counting exists for 29.97 and 59.94 only; it skips this many frame numbers nine minutes in ten. */
function dropped(r: Rate): number {
  if (r.den !== 1001) return 0;
  return r.num === 30000 ? 2 : r.num === 60000 ? 4 : 0;
}

/**
 * Reads `HH:MM:SS:FF` (`;` before the frames means drop-frame), `HH:MM:SS.mmm`, `MM:SS` or plain seconds as
 * seconds from the film's first frame; `undefined` when the text is none of these.
 */
export function parseTimecode(text: string, r: Rate): number | undefined {
  const frames = /^(\d{1,2}):([0-5]\d):([0-5]\d)([:;])(\d{2,3})$/.exec(text.trim());
  if (frames) return secondsOfFrames(frames, r);
  const clock = /^(?:(?:(\d{1,2}):)?([0-5]?\d):)?(\d+(?:[.,]\d+)?)$/.exec(text.trim());
  if (!clock) return undefined;
  return Number(clock[1] ?? 0) * 3600 + Number(clock[2] ?? 0) * 60 + Number(clock[3].replace(',', '.'));
}

function secondsOfFrames(match: RegExpExecArray, r: Rate): number | undefined {
  const [hours, minutes, seconds] = match.slice(1, 4).map(Number);
  const frame = Number(match[5]);
  const nominal = Math.round(perSecond(r));
  if (frame >= nominal) return undefined;
  const drop = match[4] === ';' ? dropped(r) : 0;
  if (drop > 0 && frame < drop && seconds === 0 && minutes % 10 !== 0) return undefined;
  const totalMinutes = hours * 60 + minutes;
  const skipped = drop * (totalMinutes - Math.floor(totalMinutes / 10));
  return (((totalMinutes * 60 + seconds) * nominal + frame - skipped) * r.den) / r.num;
}

/** How a film numbers its frames: the first frame's own number, and whether numbers are dropped. */
export interface TimecodeStart {
  readonly frame: number;
  readonly drop: boolean;
}

/** The numbering of a film that says nothing of it: from nought, no number left out. */
export const FROM_NOUGHT: TimecodeStart = { frame: 0, drop: false };

/** Reads the timecode of a film's first frame, e.g. `01:00:00;00`; `undefined` when it is none at this rate. */
export function parseTimecodeStart(text: string, r: Rate): TimecodeStart | undefined {
  const parts = /^(\d{1,2}):([0-5]\d):([0-5]\d)([:;.])(\d{2,3})$/.exec(text.trim());
  const drop = (parts?.[4] ?? ':') !== ':' && dropped(r) > 0;
  const seconds = parts ? secondsOfFrames(parts.with(4, drop ? ';' : ':') as RegExpExecArray, r) : undefined;
  return seconds === undefined ? undefined : { frame: Math.round(seconds * perSecond(r)), drop };
}

/**
 * Writes the timecode of a film's frame (0 is its first) at the film's nominal rate: for people, never for
 * arithmetic. It begins anew after 24 hours.
 */
export function formatTimecode(frame: number, r: Rate, start: TimecodeStart = FROM_NOUGHT): string {
  const nominal = Math.round(perSecond(r));
  const drop = start.drop ? dropped(r) : 0;
  const number = withDropped(frame + start.frame, nominal, drop) % (nominal * 86_400);
  const seconds = Math.floor(number / nominal);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const [hours, minutes, rest, frames] = [...clock, number % nominal].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${hours}:${minutes}:${rest}${drop > 0 ? ';' : ':'}${frames}`;
}

/** A count of frames with the numbers that drop-frame counting leaves out up to there (SMPTE ST 12-1). */
function withDropped(frames: number, nominal: number, drop: number): number {
  const minute = nominal * 60 - drop;
  const tenMinutes = minute * 10 + drop;
  const tens = Math.floor(frames / tenMinutes);
  const minutes = Math.max(0, Math.floor(((frames % tenMinutes) - drop) / minute));
  return frames + drop * (9 * tens + minutes);
}
