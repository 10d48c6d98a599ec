import type { HeadAngles } from './headFrame.ts';

type Vector = readonly [number, number, number];

/**
 * How a single mesh is turned, without a reference: the head's own axes are laid through temples, eyes, forehead
 * and nose. Radians, signs as in `HeadAngles`.
 */
export function anglesOfMesh(points: Float32Array): HeadAngles {
  const right = unit(between(middle(points, 234, 33), middle(points, 454, 263)));
  const nose = between(at(points, 10), middle(points, 98, 327));
  const along = dot(right, nose);
  const down = unit([nose[0] - along * right[0], nose[1] - along * right[1], nose[2] - along * right[2]]);
  const away = cross(right, down);
  return {
    yaw: Math.atan2(-away[0], away[2]),
    pitch: Math.asin(Math.max(-1, Math.min(1, -away[1]))),
    roll: Math.atan2(right[1], right[0]),
  };
}

/** 1 for a face that looks into the camera, 0 for one turned away by 90°. */
export function frontality(points: Float32Array): number {
  const { yaw, pitch } = anglesOfMesh(points);
  return Math.max(0, Math.cos(yaw) * Math.cos(pitch));
}

const at = (p: Float32Array, i: number): Vector => [p[3 * i], p[3 * i + 1], p[3 * i + 2]];

const middle = (p: Float32Array, i: number, j: number): Vector => {
  const [a, b] = [at(p, i), at(p, j)];
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2];
};

const between = (a: Vector, b: Vector): Vector => [b[0] - a[0], b[1] - a[1], b[2] - a[2]];

const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

const unit = (a: Vector): Vector => {
  const length = Math.sqrt(dot(a, a)) || 1;
  return [a[0] / length, a[1] / length, a[2] / length];
};

const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
