import { EYE_CORNERS, LIP_GAPS } from './mesh.ts';

/** Distance in space between two points of a mesh, in the mesh's own unit. */
export function distance(points: Float32Array, a: number, b: number): number {
  return Math.hypot(
    points[3 * a] - points[3 * b],
    points[3 * a + 1] - points[3 * b + 1],
    points[3 * a + 2] - points[3 * b + 2],
  );
}

/** Distance between the outer corners of the eyes, in the mesh's own unit. */
export const eyeDistance = (points: Float32Array): number => distance(points, ...EYE_CORNERS);

/** How far the line through the eyes is turned in the picture, in radians, clockwise. */
export function eyeAngle(points: Float32Array): number {
  const [left, right] = EYE_CORNERS.map((index) => 3 * index);
  return Math.atan2(points[right + 1] - points[left + 1], points[right] - points[left]);
}

/** How far the lips are apart on the picture, in eye distances; about 0 when they touch. */
export function aperture(points: Float32Array): number {
  const gaps = LIP_GAPS.map(([a, b]) =>
    Math.hypot(points[3 * a] - points[3 * b], points[3 * a + 1] - points[3 * b + 1]),
  );
  return gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length / eyeDistance(points);
}
