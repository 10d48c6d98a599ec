import { perSecond, type MouthShape, type Rate } from '@mondwerk/film';
import type { SeenLine } from '../mouth/seenLines.ts';
import type { ToldCue } from '../mouth/toldCues.ts';
import { clockOf, HEIGHTS, partIn, type RowScale } from './layout.ts';
import { element, px, tooltip } from './svg.ts';

/** The mark of each shape, round the origin, and its class. */
const MARKS: Readonly<Record<MouthShape, readonly [path: string, look: 'cue' | 'ring']>> = {
  closed: ['M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z', 'cue'],
  'lip-to-teeth': ['M-6.5-5.5h13L0 6z', 'cue'],
  rounded: ['M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z', 'ring'],
  open: ['M-6.5 0L0-6.5L6.5 0L0 6.5z', 'ring'],
  rest: ['M-9-2.5h18v5h-18z', 'cue'],
};

/** What people call each shape. */
export const SHAPE_NAMES: Readonly<Record<MouthShape, string>> = {
  closed: 'lips closed',
  'lip-to-teeth': 'lip at the teeth',
  rounded: 'rounded',
  open: 'open',
  rest: 'at rest',
};

/** The mark of a shape with its middle at some point. */
export const mark = (shape: MouthShape, x: number, y: number): string => {
  const [d, look] = MARKS[shape];
  return `<path class="${look}" transform="translate(${px(x)} ${px(y)})" d="${d}"/>`;
};

/** The shapes that the mouth must reach: a mark in the middle of each, over a stroke as long as it lasts. */
export function drawCues(cues: readonly ToldCue[], row: RowScale, y: number): string {
  return cues
    .map((cue) => {
      const part = partIn(cue, row);
      if (part === undefined) return '';
      const [left, right] = [row.x(part.from), row.x(part.to)];
      const stroke = `<path class="span" d="M${px(left)} ${px(y + 19)}v4H${px(right)}v-4"/>`;
      const middle = (cue.start + cue.end) / 2;
      const inRow = middle >= row.start && middle < row.end;
      const sign = inRow || cue.shape === 'rest' ? mark(cue.shape, (left + right) / 2, y + 9) : '';
      return `<g>${tooltip(cueTooltip(cue))}${stroke}${sign}</g>`;
    })
    .join('');
}

const cueTooltip = ({ shape, sound, word, start, end, frames }: ToldCue): string =>
  [
    `${SHAPE_NAMES[shape]}${sound === '' ? '' : `, for ${sound}`}${word === '' ? '' : ` in “${word}”`}`,
    `${clockOf(start, 3)} – ${clockOf(end, 3)}, frames ${frames.start}–${frames.end - 1}`,
  ].join('\n');

/** A line, and how visibly a film's mouth says something else: 0 to 1, and what shows most of it. */
export type DifferingLine = Pick<SeenLine, 'start' | 'end' | 'mismatch' | 'reason'>;

/** Says over the curves of each line how much they differ. */
export const drawDiffering = (lines: readonly DifferingLine[], row: RowScale, y: number): string =>
  lines
    .map(({ start, end, mismatch, reason }) => {
      const part = partIn({ start, end }, row);
      if (part === undefined || mismatch === null || part.from > start) return '';
      const text = `differs ${mismatch.toFixed(2)}`;
      const why = tooltip(`0 is a mouth that fits, 1 one that does not at all: ${reason ?? text}`);
      return `<g>${why}<text class="small" x="${px(row.x(part.from) + 2)}" y="${px(y + 2)}">${text}</text></g>`;
    })
    .join('');

/** How far lips stand apart, one number a frame from frame `first` on; a number that is not known is `null`. */
export interface Openings {
  readonly rate: Rate;
  readonly first: number;
  readonly values: ArrayLike<number | null>;
}

/** Openings as a curve; where one is not known, the curve stops. */
export function drawCurve(
  { rate, first, values }: Openings,
  look: 'wanted' | 'seen',
  row: RowScale,
  { y, widest }: { readonly y: number; readonly widest: number },
): string {
  const timeOf = (frame: number): number => (frame + 0.5) / perSecond(rate);
  const from = Math.max(first, Math.floor(row.start * perSecond(rate) - 0.5));
  const to = Math.min(first + values.length, Math.ceil(row.end * perSecond(rate) + 0.5));
  let [path, drawing] = ['', false];
  for (let frame = from; frame < to; frame++) {
    const [value, time] = [values[frame - first], timeOf(frame)];
    if (value === null || time < row.start || time > row.end) {
      drawing = false;
      continue;
    }
    const tall = Math.min(1, value / widest) * (HEIGHTS.curve - 6);
    path += `${drawing ? 'L' : 'M'}${px(row.x(time))} ${px(y + HEIGHTS.curve - tall)}`;
    drawing = true;
  }
  return path === '' ? '' : element('path', { class: look, d: path });
}
