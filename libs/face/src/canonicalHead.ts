import { meanHead } from './headFrame.ts';

type Vector = readonly [number, number, number];

/** Turns a mean head so that its ears lie level, it looks straight ahead, and the bridge of its nose is the origin. */
export function canonicalHead(points: Iterable<Float32Array>): Float32Array {
  const head = meanHead(points);
  const at = (p: number): Vector => [head[3 * p], head[3 * p + 1], head[3 * p + 2]];
  const across = unit(minus(middle(at(454), at(263)), middle(at(234), at(33))));
  const drop = minus(middle(at(98), at(327)), at(10));
  const down = unit(minus(drop, times(across, dot(across, drop))));
  const away = cross(across, down);
  const origin = at(168);
  const eyes = Math.hypot(...minus(at(33), at(263)));
  const out = new Float32Array(head.length);
  for (let p = 0; p < head.length / 3; p++) {
    const q = minus(at(p), origin);
    [across, down, away].forEach((axis, k) => (out[3 * p + k] = dot(q, axis) / eyes));
  }
  return out;
}

const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const times = (a: Vector, k: number): Vector => [a[0] * k, a[1] * k, a[2] * k];
const middle = (a: Vector, b: Vector): Vector => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2];
const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const unit = (a: Vector): Vector => times(a, 1 / Math.hypot(...a));
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
