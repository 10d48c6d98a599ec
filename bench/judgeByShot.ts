import { apertureOf, jawOf, lipHeightOf, widthOf } from '@mondwerk/lipsync';
import { correlation } from '../tools/judgeMotion.ts';

/** Correlations of four measures with the true ones, and the mean error of the lips in percent of the eye distance. */
export type Followed = Readonly<Record<'aperture' | 'lip height' | 'jaw' | 'width' | 'LMD %', number>>;

/** How mouths follow the true ones over everything, and with each sentence's own mean taken out. */
export interface ByShot {
  readonly whole: Followed;
  readonly within: Followed;
}

/** Compares the mouths (41 × 3, eye distances) of frames that both have; a sentence is so many frames long. */
export function judgeByShot(
  mouths: ReadonlyMap<number, Float32Array>,
  truth: ReadonlyMap<number, Float32Array>,
  sentence: number,
): ByShot {
  const frames = [...truth.keys()].filter((frame) => mouths.has(frame));
  const groups = frames.map((frame) => Math.floor(frame / sentence));
  const [own, wanted] = [mouths, truth].map((side) => frames.map((frame) => side.get(frame)!));
  const judge = (prepare: (values: readonly number[]) => readonly number[]): Followed => {
    const follow = (measure: (mouth: Float32Array) => number): number =>
      rounded(correlation(prepare(own.map(measure)), prepare(wanted.map(measure))));
    return {
      aperture: follow(apertureOf),
      'lip height': follow(lipHeightOf),
      jaw: follow(jawOf),
      width: follow(widthOf),
      'LMD %': rounded(100 * meanLength(offsetsOf(own, wanted).map(prepare))),
    };
  };
  return { whole: judge((values) => values), within: judge((values) => withoutMeans(values, groups)) };
}

/** Three digits after the point. */
export const rounded = (value: number): number => Math.round(1000 * value) / 1000;

/** Values less the mean of their group. */
export function withoutMeans(values: readonly number[], groups: readonly number[]): number[] {
  const sums = new Map<number, { sum: number; count: number }>();
  values.forEach((value, at) => {
    const { sum, count } = sums.get(groups[at]) ?? { sum: 0, count: 0 };
    sums.set(groups[at], { sum: sum + value, count: count + 1 });
  });
  return values.map((value, at) => value - sums.get(groups[at])!.sum / sums.get(groups[at])!.count);
}

/** The lips of a mouth shape; the chin comes after them. */
const LIPS = 40;

/** For x and y of each point of the lips: how far it is off, frame by frame. */
const offsetsOf = (own: readonly Float32Array[], wanted: readonly Float32Array[]): number[][] =>
  Array.from({ length: 2 * LIPS }, (_, k) =>
    own.map((mouth, at) => mouth[3 * (k >> 1) + (k % 2)] - wanted[at][3 * (k >> 1) + (k % 2)]),
  );

/** The mean length of offsets whose x and y take turns. */
export function meanLength(offsets: readonly (readonly number[])[]): number {
  let sum = 0;
  for (let k = 0; k < offsets.length; k += 2)
    offsets[k].forEach((x, at) => (sum += Math.hypot(x, offsets[k + 1][at])));
  return (2 * sum) / (offsets.length * offsets[0].length);
}
