import { LIP_GAPS } from '@mondwerk/face';
import { MOUTH_POINTS } from '../motion/index.ts';

/** Mean height of the lips' opening over its middle third as it is seen from in front, in eye distances, of a head shape. */
export const apertureOfShape = (shape: Float32Array): number => meanGap(shape, LIP_GAPS);

const placed = LIP_GAPS.map(([upper, lower]) => [place(upper), place(lower)] as const);

/** The same of the 41 mouth points of a head shape. */
export const apertureOfMouth = (mouth: Float32Array): number => meanGap(mouth, placed);

function place(meshPoint: number): number {
  return MOUTH_POINTS.indexOf(meshPoint);
}

function meanGap(points: Float32Array, gaps: readonly (readonly [number, number])[]): number {
  const heights = gaps.map(([a, b]) =>
    Math.hypot(points[3 * a] - points[3 * b], points[3 * a + 1] - points[3 * b + 1]),
  );
  return heights.reduce((sum, height) => sum + height, 0) / heights.length;
}
