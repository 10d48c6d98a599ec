import type { Peaks } from '../soundShape.ts';
import { HEIGHTS, type RowScale } from './layout.ts';
import { px, tooltip } from './svg.ts';

/** However quiet a voice is, it is drawn at most so many times as loud. */
const MOST_GAIN = 16;

/** How many times as loud a voice is drawn as it is: its loudest instant fills the row. */
export function gainOf({ values }: Peaks): number {
  let loudest = 1;
  for (const value of values) loudest = Math.max(loudest, Math.abs(value));
  return Math.min(MOST_GAIN, 127 / loudest);
}

/** The lowest and highest sample of every stretch of the sound, as one shape. */
export function drawWave(peaks: Peaks, gain: number, row: RowScale, y: number): string {
  const first = Math.floor(row.start * peaks.perSecond);
  const end = Math.min(Math.ceil(row.end * peaks.perSecond), peaks.values.length / 2);
  const middle = y + HEIGHTS.wave / 2;
  const base = `<path class="base" d="M${px(row.x(row.start))} ${px(middle)}H${px(row.x(row.end))}"/>`;
  if (end <= first) return base;
  const step = (row.x(row.end) - row.x(row.start)) / (row.end - row.start) / peaks.perSecond;
  const tall = (gain * HEIGHTS.wave) / 2 / 127;
  const left = row.x(first / peaks.perSecond);
  const move = `translate(${px(left)} ${px(middle)}) scale(${step.toFixed(4)} ${(-tall).toFixed(4)})`;
  return `${base}<path class="wave" transform="${move}" d="${outline(peaks.values, first, end)}"/>`;
}

/** Along the highest samples to the end and back along the lowest: small steps are few letters. */
function outline(values: Int8Array, first: number, end: number): string {
  const highest = (at: number): number => values[2 * at + 1];
  const lowest = (at: number): number => values[2 * at];
  let path = `M0 ${highest(first)}`;
  for (let at = first + 1; at < end; at++) path += step(1, highest(at) - highest(at - 1));
  path += `v${lowest(end - 1) - highest(end - 1)}`;
  for (let at = end - 2; at >= first; at--) path += step(-1, lowest(at) - lowest(at + 1));
  return `${path}z`;
}

const step = (across: number, down: number): string =>
  down === 0 ? `h${across}` : `l${across}${down < 0 ? '' : ' '}${down}`;

/** Says what the shape is. */
export const waveTooltip = (gain: number): string =>
  tooltip(gain > 1.05 ? `The voice, drawn ${gain.toFixed(1)} times as loud as it is` : 'The voice');
