import { FROM_NOUGHT, parseTimecodeStart, type TimecodeStart } from '@mondwerk/film';
import type { Film } from './film.ts';

/** How a film numbers its frames: as its container says, else from nought. Uneven rates have no such numbers. */
export function timecodeStart({ timecode, rate, variable }: Film): TimecodeStart {
  if (timecode === undefined || variable) return FROM_NOUGHT;
  return parseTimecodeStart(timecode, rate) ?? FROM_NOUGHT;
}
