import type { Box, Picture } from '@mondwerk/film';
import type { Finding, Unlike } from './verdict.ts';

/** Side of the blocks that are compared, in pixels: a title or a logo fills several. */
const SIDE = 16;

/** Below so many dB, a block differs by an eighth of full scale: no encoder that is worth its name does that. */
const CODED = 18;

/** The block of luma outside the boxes in which two frames are least alike; `null` where there is none or all is equal. */
export function leastAlike(
  source: Picture,
  out: Picture,
  boxes: readonly Box[],
  frame: number,
): Unlike | null {
  const [a, b] = [source.planes[0], out.planes[0].data];
  const stretch = 2 ** (source.format.bitDepth - out.format.bitDepth);
  let most = 0;
  let [left, top] = [0, 0];
  for (const y of startsIn(a.height)) {
    for (const x of startsIn(a.width)) {
      if (boxes.some((box) => touches(box, x, y))) continue;
      let sum = 0;
      for (let row = 0; row < SIDE; row++) {
        const start = (y + row) * a.width + x;
        for (let at = start; at < start + SIDE && at < a.data.length; at++)
          sum += (a.data[at] - b[at] * stretch) ** 2;
      }
      if (sum > most) [most, left, top] = [sum, x, y];
    }
  }
  if (most === 0) return null;
  const share = most / SIDE ** 2 / (2 ** source.format.bitDepth - 1) ** 2;
  return { frame, x: left, y: top, decibels: Math.round(-100 * Math.log10(share)) / 10 };
}

/** Where blocks begin; the last one ends with the picture. */
const startsIn = (length: number): number[] =>
  Array.from({ length: Math.ceil(length / SIDE) }, (_, i) => Math.max(0, Math.min(i * SIDE, length - SIDE)));

const touches = ({ left, top, right, bottom }: Box, x: number, y: number): boolean =>
  left < x + SIDE && right > x && top < y + SIDE && bottom > y;

/** What is said where a block is less alike than coding makes it. */
export function tooUnlike(block: Unlike | null): Finding[] {
  if (block === null || block.decibels >= CODED) return [];
  const { frame, x, y, decibels } = block;
  const sentence =
    `OUT looks other than SOURCE outside the boxes, most in frame ${frame} round x ${x + SIDE / 2}, y ${y + SIDE / 2} ` +
    `(${decibels.toFixed(1)} dB): more than coding does.`;
  return [{ code: 'unlike', sentence }];
}
