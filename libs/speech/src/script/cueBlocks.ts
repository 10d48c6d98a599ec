import type { TimeSpan } from '@mondwerk/film';
import { countsFrames, isTiming, parseTiming, type TimingPlace } from './cueTime.ts';

/** A cue of SRT or WebVTT: its times, what stands around them, and its text as it is written. */
export interface CueBlock {
  readonly span: TimeSpan;
  readonly id?: string;
  /** What follows the times. */
  readonly settings: string;
  readonly text: string;
  /** Whether its times count frames. */
  readonly frames: boolean;
}

/** Everything else that stands between empty rows. */
export interface OtherBlock {
  readonly text: string;
  /** How many cues stand before it. */
  readonly before: number;
}

/** Cues and other blocks in the order of a file. */
export interface CueFile {
  readonly cues: readonly CueBlock[];
  readonly others: readonly OtherBlock[];
}

/**
 * Takes the rows of an SRT or WebVTT script apart. In SRT a cue goes on over empty rows until the next one's number;
 * in WebVTT an empty row ends it. @throws Refusal as `parseTiming`.
 */
export function readBlocks(text: string, place: Omit<TimingPlace, 'row'>, vtt: boolean): CueFile {
  const rows = text.split(/\r\n|\r|\n/);
  const cues: CueBlock[] = [];
  const others: OtherBlock[] = [];
  let at = 0;
  while (at < rows.length) {
    const end = endOfBlock(rows, at);
    const first = isNote(rows[at]) ? -1 : timesIn(rows, at, end);
    if (first < 0) {
      if (end > at) others.push({ text: rows.slice(at, end).join('\n'), before: cues.length });
      at = end + 1;
      continue;
    }
    const above = rows.slice(at, first).filter((row) => row.trim() !== '');
    const stop = endOfCue(rows, first + 1, vtt);
    cues.push(blockOf(rows, { first, stop, above }, place));
    at = stop;
  }
  return { cues, others };
}

interface Found {
  /** The row of the times, and the one after the last row of text. */
  readonly first: number;
  readonly stop: number;
  /** What stands directly above the times. */
  readonly above: readonly string[];
}

function blockOf(
  rows: readonly string[],
  { first, stop, above }: Found,
  place: Omit<TimingPlace, 'row'>,
): CueBlock {
  const id = above.at(-1)?.trim();
  return {
    span: parseTiming(rows[first], { ...place, row: first + 1 }),
    ...(id === undefined ? {} : { id }),
    settings: /(?:>|&gt;)\s*[\d:.,;\s]*(.*)$/.exec(rows[first].slice(0, 1000))?.[1].trim() ?? '',
    text: rows
      .slice(first + 1, stop)
      .join('\n')
      .trim(),
    frames: countsFrames(rows[first]),
  };
}

/** The row of the times in a block that ends at a row; -1 where there are none. */
function timesIn(rows: readonly string[], from: number, end: number): number {
  for (let at = from; at < end; at++) if (isTiming(rows[at])) return at;
  return -1;
}

function endOfBlock(rows: readonly string[], from: number): number {
  let end = from;
  while (end < rows.length && rows[end].trim() !== '') end++;
  return end;
}

/** A file that leaves the empty row out ends a cue before the next number and times. */
function endOfCue(rows: readonly string[], from: number, vtt: boolean): number {
  let end = from;
  while (end < rows.length && !isTiming(rows[end]) && !(vtt && rows[end].trim() === '')) end++;
  if (end === rows.length || !isTiming(rows[end])) return end;
  let above = end - 1;
  while (above >= from && rows[above].trim() === '') above--;
  if (above < from || !isNumber(rows[above])) return end;
  const standsAlone = above > from && rows[above - 1].trim() === '';
  return end - above === 1 || standsAlone ? above : end;
}

const isNumber = (row: string): boolean => /^\s*\d+\s*$/.test(row);

const isNote = (row: string): boolean => /^NOTE(\s|$)/.test(row);
