import { parseTimecode, rate as rateOf, Refusal, type Rate, type TimeSpan } from '@mondwerk/film';
import type { Alignment } from './alignment.ts';

/** The part that a picture shows, as a person wrote it. */
export interface WrittenPart {
  readonly from?: string;
  readonly to?: string;
}

/** Frames a second of times that count frames, where nobody says it. */
const USUAL = rateOf(25);

/** Reads the part that a picture shall show, to its end where nothing is said. @throws Refusal for what is no time. */
export function readPart({ from = '0', to }: WrittenPart, rate: Rate = USUAL): TimeSpan {
  const start = readTime('--from', from, rate);
  const end = to === undefined ? Infinity : readTime('--to', to, rate);
  if (end > start) return { start, end };
  throw new Refusal('stretch-empty', `--from ${from} is not before --to ${to}: nothing lies between them.`);
}

/** The part of a voice that there is. @throws Refusal for one that begins after the voice ends. */
export function partOf({ start, end }: TimeSpan, { voice, seconds }: Alignment): TimeSpan {
  if (start < seconds) return { start, end: Math.min(end, seconds) };
  const sentence = `--from lies after the end of ${voice}, which lasts ${seconds.toFixed(1)} s.`;
  throw new Refusal('timecode-outside', sentence);
}

function readTime(option: string, text: string, rate: Rate): number {
  const seconds = parseTimecode(text, rate);
  if (seconds !== undefined) return seconds;
  const sentence = `${option} ${text} is not a time: write 00:01:20:12, 1:20.5 or plain seconds.`;
  throw new Refusal('timecode-unreadable', sentence);
}
