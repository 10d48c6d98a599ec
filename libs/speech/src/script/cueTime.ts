import { Refusal, type TimeSpan } from '@mondwerk/film';

const clock = String.raw`(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})`;
const timing = new RegExp(String.raw`^\s*${clock}\s*-->\s*${clock}(?:\s.*)?$`);

/** Whether a row of a script is meant as the times of a cue. */
export const isTiming = (row: string): boolean => row.includes('-->');

/** Reads `00:01:02,500 --> 00:01:04,000` in seconds. @throws Refusal naming file and row when it makes no sense. */
export function parseTiming(row: string, name: string, rowNumber: number): TimeSpan {
  const match = timing.exec(row);
  const place = `The script ${name}, row ${rowNumber}`;
  if (match === null) {
    throw new Refusal(
      'script-times',
      `${place}: "${row.trim()}" is not a pair of times: write it as 00:01:02,500 --> 00:01:04,000.`,
    );
  }
  const [start, end] = [secondsOf(match.slice(1, 5)), secondsOf(match.slice(5, 9))];
  if (end <= start) {
    throw new Refusal('script-times', `${place}: the line ends before it starts: correct its times.`);
  }
  return { start, end };
}

function secondsOf([hours, minutes, seconds, fraction]: readonly (string | undefined)[]): number {
  const whole = Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
  return whole + Number((fraction ?? '').padEnd(3, '0')) / 1000;
}
