import { parseTimecode, Refusal, type Rate } from '@mondwerk/film';
import { rateMissing, secondsOfClock, showRate } from './cueTime.ts';

/** Where a time stands, and how many frames there are in a second where that is known. */
export interface TimePlace {
  readonly name: string;
  readonly row: number;
  readonly rate: Rate | undefined;
}

/** Reads a time in a table: `01:00:08:19`, `00:01:02,5`, `1:20.5` or seconds. @throws Refusal naming its row. */
export function readTableTime(cell: string, { name, row, rate }: TimePlace): number {
  const text = cell.trim();
  if (/^\d{1,7}(?:[.,]\d{1,9})?$/.test(text)) return Number(text.replace(',', '.'));
  const code = /^(\d{1,2}):(\d{2}):(\d{2})([:;])(\d{2})$/.exec(text);
  if (code !== null) {
    if (rate === undefined) throw rateMissing(name);
    const [, hours, minutes, seconds, sign, frames] = code;
    const found = parseTimecode(`${hours.padStart(2, '0')}:${minutes}:${seconds}${sign}${frames}`, rate);
    if (found !== undefined) return found;
    throw new Refusal(
      'script-times',
      `The script ${name}, row ${row}: there is no frame ${text} at ${showRate(rate)} frames a second: give its right frame rate.`,
    );
  }
  const clock = secondsOfClock(text);
  if (clock !== undefined) return clock;
  throw new Refusal(
    'script-times',
    `The script ${name}, row ${row}: "${text.slice(0, 40)}" is not a time: write it as 00:01:02.500, 01:00:08:19 or seconds.`,
  );
}
