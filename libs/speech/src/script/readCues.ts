import { Refusal } from '@mondwerk/film';
import type { Event } from './characters.ts';
import { cleanText, voiceOf } from './cleanText.ts';
import { isTiming, parseTiming } from './cueTime.ts';

/**
 * Reads the cues of an SRT or WebVTT script: rows from one pair of times to the next empty row. Headers, numbers,
 * notes and styles carry no times and fall away. @throws Refusal where times make no sense.
 */
export function readCues(text: string, name: string): Event[] {
  const rows = text.split(/\r\n|\r|\n/);
  const events: Event[] = [];
  let previous = 0;
  for (let at = 0; at < rows.length; at++) {
    if (!isTiming(rows[at]) || inNote(rows, at)) continue;
    const span = parseTiming(rows[at], name, at + 1);
    if (span.start < previous) throw backwards(name, at + 1);
    previous = span.start;
    const raw = rowsOfCue(rows, at + 1).join('\n');
    const event = { span, text: cleanText(raw), character: voiceOf(raw) };
    if (!repeats(events.at(-1), event)) events.push(event);
  }
  return events;
}

/** A cue ends at an empty row; a file that leaves the empty row out ends it before the next number and times. */
function rowsOfCue(rows: readonly string[], from: number): string[] {
  let end = from;
  while (end < rows.length && rows[end].trim() !== '' && !isTiming(rows[end])) end++;
  const cut = end < rows.length && isTiming(rows[end]) && /^\s*\d+\s*$/.test(rows[end - 1]) ? end - 1 : end;
  return rows.slice(from, Math.max(from, cut));
}

function inNote(rows: readonly string[], at: number): boolean {
  let first = at;
  while (first > 0 && rows[first - 1].trim() !== '') first--;
  return /^NOTE(\s|$)/.test(rows[first]);
}

const repeats = (last: Event | undefined, next: Event): boolean =>
  last?.text === next.text && last.span?.start === next.span?.start && last.span?.end === next.span?.end;

const backwards = (name: string, row: number): Refusal =>
  new Refusal(
    'script-times',
    `The script ${name}, row ${row}: this line starts before the one above it: put the lines in the order of their times.`,
  );
