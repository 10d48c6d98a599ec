import type { FaceObservation } from '@mondwerk/film';
import { EYE_CORNERS } from '@mondwerk/face';

/** A made-up mesh: 468 points on half an ellipsoid, eye corners where a face has them, `size` pixels high. */
export function syntheticMesh(centreX: number, centreY: number, size: number): Float32Array {
  const points = new Float32Array(468 * 3);
  for (let index = 0; index < 468; index++) {
    // A golden spiral spreads the points evenly.
    const radius = Math.sqrt((index + 0.5) / 468);
    const turn = index * Math.PI * (3 - Math.sqrt(5));
    points[3 * index] = centreX + 0.4 * size * radius * Math.cos(turn);
    points[3 * index + 1] = centreY + 0.5 * size * radius * Math.sin(turn);
    points[3 * index + 2] = -0.4 * size * Math.sqrt(1 - radius * radius);
  }
  const [left, right] = EYE_CORNERS;
  points.set([centreX - 0.25 * size, centreY - 0.1 * size, -0.2 * size], 3 * left);
  points.set([centreX + 0.25 * size, centreY - 0.1 * size, -0.2 * size], 3 * right);
  return points;
}

/** A face seen in one frame, at a place. */
export const seenAt = (frame: number, x: number, y: number, size = 100): FaceObservation => ({
  frame,
  points: syntheticMesh(x, y, size),
  confidence: 1,
  look: { sharpness: 100, thumbnail: new Uint8Array(16 * 16 * 3) },
});

/** A unit vector of 1024 numbers that points along one axis, with a little of another. */
export function descriptor(axis: number, other = 0, amount = 0): Float32Array {
  const vector = new Float32Array(1024);
  vector[axis] = Math.sqrt(1 - amount * amount);
  vector[other] += amount;
  return vector;
}
