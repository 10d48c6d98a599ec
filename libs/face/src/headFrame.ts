import { eyeDistance } from './measure.ts';
import { STABLE } from './mesh.ts';
import { bestRotation, type Rotation } from './rotation.ts';

/** How a reference head is placed in a picture: point = scale × rotation × head + translation, z scaled alike. */
export interface HeadPose {
  /** Picture pixels in one unit of the reference: one eye distance when that is a `meanHead`. */
  readonly scale: number;
  readonly rotation: Rotation;
  readonly translation: Float64Array;
}

/** Radians. Yaw: positive towards the picture's right. Pitch: positive downwards. Roll: positive clockwise. */
export interface HeadAngles {
  readonly yaw: number;
  readonly pitch: number;
  readonly roll: number;
}

/**
 * The pose that brings a reference mesh closest to a frame's mesh over the points that speech does not move, or over
 * others (least squares, Horn 1987). Both: 468 × (x, y, z).
 */
export function fitHead(
  reference: Float32Array,
  points: Float32Array,
  over: readonly number[] = STABLE,
): HeadPose {
  const from = centreOf(reference, over);
  const to = centreOf(points, over);
  const correlation = new Float64Array(9);
  let spread = 0;
  for (const index of over) {
    for (let i = 0; i < 3; i++) {
      const x = reference[3 * index + i] - from[i];
      spread += x * x;
      for (let j = 0; j < 3; j++) correlation[3 * i + j] += x * (points[3 * index + j] - to[j]);
    }
  }
  const rotation = bestRotation(correlation);
  let likeness = 0;
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) likeness += rotation[3 * j + i] * correlation[3 * i + j];
  }
  const scale = likeness / spread;
  const turned = turn(rotation, from[0], from[1], from[2]);
  return { scale, rotation, translation: to.map((value, axis) => value - scale * turned[axis]) };
}

/** Picture coordinates → the reference head's own (any number of points). */
export function toHead(
  points: ArrayLike<number>,
  { scale, rotation: r, translation: t }: HeadPose,
): Float32Array {
  const head = new Float32Array(points.length);
  for (let at = 0; at < head.length; at += 3) {
    const x = (points[at] - t[0]) / scale;
    const y = (points[at + 1] - t[1]) / scale;
    const z = (points[at + 2] - t[2]) / scale;
    head[at] = r[0] * x + r[3] * y + r[6] * z;
    head[at + 1] = r[1] * x + r[4] * y + r[7] * z;
    head[at + 2] = r[2] * x + r[5] * y + r[8] * z;
  }
  return head;
}

/** The reference head's own coordinates → picture coordinates (any number of points). */
export function fromHead(head: ArrayLike<number>, { scale, rotation, translation }: HeadPose): Float32Array {
  const points = new Float32Array(head.length);
  for (let at = 0; at < points.length; at += 3) {
    const turned = turn(rotation, head[at], head[at + 1], head[at + 2]);
    for (let axis = 0; axis < 3; axis++) points[at + axis] = scale * turned[axis] + translation[axis];
  }
  return points;
}

/** How far a head is turned away from the reference. */
export function anglesOf({ rotation: r }: HeadPose): HeadAngles {
  return {
    yaw: Math.atan2(-r[2], r[8]),
    pitch: Math.asin(Math.max(-1, Math.min(1, -r[5]))),
    roll: Math.atan2(r[3], r[0]),
  };
}

const ROUNDS = 4;

/**
 * A performer's mean head: the meshes of many frames brought into one pose and averaged, centred on the stable
 * points, eye distance 1 (generalised Procrustes analysis). @throws RangeError when there is no mesh.
 */
export function meanHead(meshes: Iterable<Float32Array>): Float32Array {
  const all = [...meshes];
  if (all.length === 0) throw new RangeError('a mean head needs at least one mesh');
  let reference = unitHead(all[0]);
  for (let round = 0; round < ROUNDS; round++) {
    const sum = new Float64Array(reference.length);
    for (const points of all) {
      toHead(points, fitHead(reference, points)).forEach((value, index) => (sum[index] += value));
    }
    reference = unitHead(Float32Array.from(sum));
  }
  return reference;
}

/** Centred on the stable points, eye distance 1. */
function unitHead(points: Float32Array): Float32Array {
  const centre = centreOf(points, STABLE);
  const unit = eyeDistance(points);
  return points.map((value, index) => (value - centre[index % 3]) / unit);
}

function centreOf(points: Float32Array, over: readonly number[]): Float64Array {
  const centre = new Float64Array(3);
  for (const index of over) {
    for (let axis = 0; axis < 3; axis++) centre[axis] += points[3 * index + axis] / over.length;
  }
  return centre;
}

const turn = (r: Rotation, x: number, y: number, z: number): [number, number, number] => [
  r[0] * x + r[1] * y + r[2] * z,
  r[3] * x + r[4] * y + r[5] * z,
  r[6] * x + r[7] * y + r[8] * z,
];
