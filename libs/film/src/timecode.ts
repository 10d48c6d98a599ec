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

/** Writes a frame number as non-drop timecode at the film's nominal rate: for people, never for arithmetic. */
export function formatTimecode(frame: number, r: Rate): string {
  const nominal = Math.round(perSecond(r));
  const seconds = Math.floor(frame / nominal);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60, frame % nominal];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
