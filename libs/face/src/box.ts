import type { Box } from '@mondwerk/film';

/** The smallest rectangle round a mesh, in picture pixels (fractions kept). */
export function boxOf(points: Float32Array): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < points.length; at += 3) {
    left = Math.min(left, points[at]);
    right = Math.max(right, points[at]);
    top = Math.min(top, points[at + 1]);
    bottom = Math.max(bottom, points[at + 1]);
  }
  return { left, top, right, bottom };
}

/** How much two boxes share, as a fraction of the smaller one: 1 when one lies inside the other. */
export function sharedFraction(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / Math.min(areaOf(a), areaOf(b));
}

const areaOf = (box: Box): number => (box.right - box.left) * (box.bottom - box.top);

/** Above this shared fraction two boxes are taken to hold the same face. */
const SAME = 0.5;

/** Whether two boxes are likely to hold the same face. */
export const sameFace = (a: Box, b: Box): boolean => sharedFraction(a, b) > SAME;
