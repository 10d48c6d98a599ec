import type { Rate } from './rate.ts';
import type { FrameSpan } from './span.ts';
import { formatTimecode, type TimecodeStart } from './timecode.ts';

/** A stretch of a film that was changed, and what is to be said about it. */
export interface EditEvent {
  readonly frames: FrameSpan;
  readonly comments: readonly string[];
}

/** Which stretches of a film were changed: its own timecode is that of the source and of the record. */
export interface EditList {
  readonly title: string;
  /** The file that the changed pictures are taken from. */
  readonly clip: string;
  readonly rate: Rate;
  readonly start: TimecodeStart;
  readonly events: readonly EditEvent[];
}

/** Event numbers have three digits. */
const MOST_EVENTS = 999;
const REEL_LENGTH = 8;
const TITLE_LENGTH = 70;

/**
 * Writes an edit decision list in CMX 3600, every event a cut of picture only; more than 999 events become several
 * lists. Outs are the frame after the last, as editors count; what is not ASCII is spelled without its marks.
 */
export function writeEdl(list: EditList): string[] {
  const count = Math.max(1, Math.ceil(list.events.length / MOST_EVENTS));
  return Array.from({ length: count }, (_, i) =>
    oneList({ ...list, events: list.events.slice(i * MOST_EVENTS, (i + 1) * MOST_EVENTS) }),
  );
}

function oneList(list: EditList): string {
  const head = [
    `TITLE: ${plain(list.title).slice(0, TITLE_LENGTH)}`,
    `FCM: ${formatTimecode(0, list.rate, list.start).includes(';') ? 'DROP FRAME' : 'NON-DROP FRAME'}`,
    '',
  ];
  const events = list.events.flatMap((event, i) => eventLines(list, event, i + 1));
  return [...head, ...events, ''].join('\r\n');
}

function eventLines(
  { clip, rate, start }: EditList,
  { frames, comments }: EditEvent,
  number: number,
): string[] {
  const ends = [frames.start, frames.end].map((frame) => formatTimecode(frame, rate, start)).join(' ');
  const place = `${String(number).padStart(3, '0')}  ${reelOf(clip).padEnd(REEL_LENGTH)} V     C       `;
  return [
    `${place} ${ends} ${ends}`,
    `* FROM CLIP NAME: ${plain(clip)}`,
    ...comments.map((comment) => `* COMMENT: ${plain(comment)}`),
  ];
}

/** A reel's name is letters, digits and underscores; `AX` is what editors call one without a name. */
function reelOf(clip: string): string {
  const name = plain(clip)
    .replace(/\.[^.]*$/, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_+/, '')
    .slice(0, REEL_LENGTH);
  return name.replace(/_+$/, '') || 'AX';
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/[^ -~]/g, '?')
    .trim();
