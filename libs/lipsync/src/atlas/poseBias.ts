import { quantile } from '@mondwerk/film';
import { MOUTH_POINTS } from '../motion/index.ts';

/**
 * How a turned or nodding head shifts the mouth that the mesh sees, though the mouth does not move: the mesh draws lips
 * and chin towards where they usually are. Straight lines over yaw, pitch and roll, for the lips as one and for the chin.
 */
export interface PoseBias {
  /** The angles at which nothing is shifted, in radians, and how far from them the lines hold. */
  readonly middle: Float32Array;
  readonly reach: Float32Array;
  /** Eye distances a radian: three rows (yaw, pitch, roll) of the lips' x, y, z and the chin's. */
  readonly slopes: Float32Array;
}

/** A mouth (41 × 3) at the head's angles, and how far it is open. */
export interface PosedMouth {
  readonly angles: readonly [number, number, number];
  readonly aperture: number;
  readonly mouth: Float32Array;
}

/** Share of the frames, those with the smallest opening, in which no speech is taken for pose. */
const CLOSED_SHARE = 0.35;

/** Squared radians of head movement that must speak against a line being flat before half of it is believed. */
const DOUBT = 0.5;

/** Lines hold so many spreads of the angles they were learned from. */
const SPREADS = 2;

const BODIES = 6;
const CHIN = MOUTH_POINTS.indexOf(152);

/** Learns the bias from closed mouths, least squares; a head that never moves teaches none. */
export function learnPoseBias(mouths: readonly PosedMouth[]): PoseBias {
  if (mouths.length === 0) return { middle: zeros(3), reach: zeros(3), slopes: zeros(3 * BODIES) };
  const limit = quantile(
    mouths.map(({ aperture }) => aperture),
    CLOSED_SHARE,
  );
  const closed = mouths.filter(({ aperture }) => aperture <= limit);
  const middle = meanOf(closed.map(({ angles }) => Float32Array.from(angles)));
  const turned = closed.map(({ angles }) => angles.map((angle, k) => angle - middle[k]));
  const bodies = closed.map(({ mouth }) => bodiesOf(mouth));
  const usual = meanOf(bodies);
  const gram = [0, 1, 2].map((a) =>
    [0, 1, 2].map((b) => turned.reduce((sum, t) => sum + t[a] * t[b], a === b ? DOUBT : 0)),
  );
  const slopes = zeros(3 * BODIES);
  for (let body = 0; body < BODIES; body++) {
    const moments = [0, 1, 2].map((a) =>
      turned.reduce((sum, t, i) => sum + t[a] * (bodies[i][body] - usual[body]), 0),
    );
    solve3(gram, moments).forEach((slope, a) => (slopes[a * BODIES + body] = slope));
  }
  const reach = Float32Array.from(
    middle,
    (_, k) => SPREADS * Math.sqrt(turned.reduce((sum, t) => sum + t[k] ** 2, 0) / turned.length),
  );
  return { middle, reach, slopes };
}

/** How far the lips (x, y, z) and the chin (x, y, z) are shifted at these angles, in eye distances. */
export function shiftAt(
  { middle, reach, slopes }: PoseBias,
  angles: readonly [number, number, number],
): Float32Array {
  const shift = zeros(BODIES);
  angles.forEach((angle, k) => {
    const turned = Math.min(reach[k], Math.max(-reach[k], angle - middle[k]));
    for (let body = 0; body < BODIES; body++) shift[body] += turned * slopes[k * BODIES + body];
  });
  return shift;
}

/** The same for each of the 41 mouth points. */
export function mouthShiftAt(bias: PoseBias, angles: readonly [number, number, number]): Float32Array {
  const shift = shiftAt(bias, angles);
  return Float32Array.from(
    { length: 3 * MOUTH_POINTS.length },
    (_, i) => shift[(i % 3) + (Math.floor(i / 3) === CHIN ? 3 : 0)],
  );
}

const zeros = (length: number): Float32Array => new Float32Array(length);

const meanOf = (rows: readonly Float32Array[]): Float32Array =>
  rows[0].map((_, k) => rows.reduce((sum, row) => sum + row[k], 0) / rows.length);

/** The middle of the lips and the chin. */
function bodiesOf(mouth: Float32Array): Float32Array {
  const bodies = zeros(BODIES);
  const lips = MOUTH_POINTS.length - 1;
  for (let point = 0; point <= lips; point++) {
    for (let axis = 0; axis < 3; axis++) {
      if (point === CHIN) bodies[3 + axis] = mouth[3 * point + axis];
      else bodies[axis] += mouth[3 * point + axis] / lips;
    }
  }
  return bodies;
}

/** Cramer's rule for three unknowns. */
function solve3(m: readonly (readonly number[])[], v: readonly number[]): number[] {
  const whole = determinant(m);
  return [0, 1, 2].map(
    (column) => determinant(m.map((row, i) => row.map((value, k) => (k === column ? v[i] : value)))) / whole,
  );
}

const determinant = ([a, b, c]: readonly (readonly number[])[]): number =>
  a[0] * (b[1] * c[2] - b[2] * c[1]) -
  a[1] * (b[0] * c[2] - b[2] * c[0]) +
  a[2] * (b[0] * c[1] - b[1] * c[0]);
