import type { Peaks } from '#lib/film/index.ts';

/** The peaks of a sound, ever coarser, so that a pixel never has to look at more than a few. */
export interface SoundLevels {
  /** How many pairs there are in a second of the finest. */
  readonly perSecond: number;
  /** Lowest, highest, lowest, highest …; each has a quarter of the pairs of the one before. */
  readonly levels: readonly Int8Array[];
}

/** How many pairs become one in the next coarser level. */
export const COARSER = 4;

/** Makes the coarser levels of peaks. */
export function soundLevelsOf({ pairs, perSecond }: Peaks): SoundLevels {
  const levels = [pairs];
  while (levels.at(-1)!.length > 2 * COARSER) levels.push(coarserThan(levels.at(-1)!));
  return { perSecond, levels };
}

function coarserThan(pairs: Int8Array): Int8Array {
  const step = 2 * COARSER;
  const coarse = new Int8Array(Math.ceil(pairs.length / step) * 2);
  for (let at = 0; at < coarse.length; at += 2) {
    const from = at * COARSER;
    coarse[at] = lowest(pairs, from, Math.min(pairs.length, from + step));
    coarse[at + 1] = highest(pairs, from, Math.min(pairs.length, from + step));
  }
  return coarse;
}

/** The lowest of the pairs from place `from` to `to`, both even. */
export function lowest(pairs: Int8Array, from: number, to: number): number {
  let low = 127;
  for (let at = from; at < to; at += 2) if (pairs[at] < low) low = pairs[at];
  return low;
}

/** The highest of the pairs from place `from` to `to`, both even. */
export function highest(pairs: Int8Array, from: number, to: number): number {
  let high = -128;
  for (let at = from + 1; at < to; at += 2) if (pairs[at] > high) high = pairs[at];
  return high;
}

/** Which level has about as many pairs as there are pixels, or a few more. */
export function levelFor({ perSecond, levels }: SoundLevels, secondsPerPixel: number): number {
  const inPixel = perSecond * secondsPerPixel;
  const wanted = Math.floor(Math.log(Math.max(1, inPixel)) / Math.log(COARSER));
  return Math.min(levels.length - 1, wanted);
}
