import { FOLLOWS } from '../picture/controlPoints.ts';
import { MOUTH_POINTS } from '../motion/index.ts';
import { coordinatesOf, principalComponents, rowOf, type Components } from '@mondwerk/face';

/** Mesh points that follow the mouth, in the order in which a mouth space's rows hold them. */
export const MOVING: readonly number[] = [...FOLLOWS.keys()];

const COMPONENTS = 16;

/** The height of the inner lips counts more than anything: an eye sees a closed mouth before it sees a wide one. */
const weightOf = (point: number, axis: number): number =>
  axis === 2 ? 0.25 : axis === 1 && INNER.has(point) ? 1.6 : 1;

const INNER = new Set(MOUTH_POINTS.slice(20, 40));

/**
 * All shapes one performer's lower face was seen in, as a flat space. `metric` turns coordinates into features whose plain
 * distance is the weighted distance of the 41 mouth points, root mean square, in eye distances.
 */
export interface MouthSpace {
  readonly components: Components;
  /** `count` × `count`, row by row. */
  readonly metric: Float64Array;
  /** From the 41 mouth points' offset from the mean (123 numbers) to coordinates: `count` × 123. */
  readonly fit: Float64Array;
}

/** Learns the space from head shapes (468 × 3 each). */
export function learnMouthSpace(shapes: readonly Float32Array[]): MouthSpace {
  const components = principalComponents(shapes.map(movingRow), COMPONENTS);
  const rows = mouthRows(components);
  return { components, metric: triangleOf(rows, components.count), fit: pseudoInverse(rows, components) };
}

/** The moving points of a head shape as one row. */
const movingRow = (shape: Float32Array): Float32Array =>
  Float32Array.from({ length: 3 * MOVING.length }, (_, i) => shape[3 * MOVING[(i / 3) | 0] + (i % 3)]);

/** The 41 mouth points of a head shape as one row of 123 numbers. */
export const mouthRow = (shape: Float32Array): Float32Array =>
  Float32Array.from(
    { length: 3 * MOUTH_POINTS.length },
    (_, i) => shape[3 * MOUTH_POINTS[(i / 3) | 0] + (i % 3)],
  );

/** Coordinates of a whole head shape. */
export const coordinatesOfShape = (space: MouthSpace, shape: Float32Array): Float32Array =>
  coordinatesOf(space.components, movingRow(shape));

/** Coordinates of the likeliest lower face with these 41 mouth points (123 numbers). */
export function coordinatesOfMouth(space: MouthSpace, mouth: ArrayLike<number>): Float32Array {
  const { count, mean } = space.components;
  const size = 3 * MOUTH_POINTS.length;
  const out = new Float32Array(count);
  for (let i = 0; i < size; i++) {
    const offset = mouth[i] - mean[movingIndex(i)];
    for (let k = 0; k < count; k++) out[k] += space.fit[k * size + i] * offset;
  }
  return out;
}

/** Features of coordinates: their plain distance is how different two mouths look. */
export function featuresOf(
  space: MouthSpace,
  coordinates: ArrayLike<number>,
  out: Float32Array,
  at: number,
): void {
  const { count } = space.components;
  for (let row = 0; row < count; row++) {
    let sum = 0;
    for (let k = row; k < count; k++) sum += space.metric[row * count + k] * coordinates[k];
    out[at + row] = sum;
  }
}

/** A head shape whose moving points are replaced by those of `coordinates`, each as far as it follows the mouth. */
export function withMouth(
  space: MouthSpace,
  shape: Float32Array,
  coordinates: ArrayLike<number>,
): Float32Array {
  const row = rowOf(space.components, coordinates);
  const out = Float32Array.from(shape);
  MOVING.forEach((point, m) => {
    const follows = FOLLOWS.get(point)!;
    for (let axis = 0; axis < 3; axis++) {
      const moved = row[3 * m + axis] - out[3 * point + axis];
      out[3 * point + axis] += Math.min(1, follows) * moved + eased(Math.max(0, follows - 1) * moved);
    }
  });
  return out;
}

/** A chin goes further than its points say (decision 6), but in eye distances no more than this, or a jaw that drops far is long. */
const FURTHEST = 0.06;

const eased = (further: number): number => further / (1 + (further / FURTHEST) ** 4) ** 0.25;

/** The 41 mouth points (123 numbers) of a lower face with these coordinates. */
export function mouthAt(space: MouthSpace, coordinates: ArrayLike<number>): Float32Array {
  const row = rowOf(space.components, coordinates);
  return Float32Array.from({ length: 3 * MOUTH_POINTS.length }, (_, i) => row[movingIndex(i)]);
}

/** Where number `i` of a mouth row stands in a moving row. */
const movingIndex = (i: number): number => 3 * PLACE[(i / 3) | 0] + (i % 3);
const PLACE = MOUTH_POINTS.map((point) => MOVING.indexOf(point));

/** The directions seen through the mouth points and their weights: 123 rows of `count`. */
function mouthRows(components: Components): Float64Array[] {
  const size = components.mean.length;
  const scale = 1 / Math.sqrt(MOUTH_POINTS.length);
  return Array.from({ length: 3 * MOUTH_POINTS.length }, (_, i) => {
    const weight = scale * weightOf(MOUTH_POINTS[(i / 3) | 0], i % 3);
    return Float64Array.from(
      { length: components.count },
      (_, k) => weight * components.directions[k * size + movingIndex(i)],
    );
  });
}

/** The triangle R of a QR decomposition (modified Gram–Schmidt): |R c| = |rows · c|. */
function triangleOf(rows: readonly Float64Array[], count: number): Float64Array {
  const columns = Array.from({ length: count }, (_, k) => Float64Array.from(rows, (row) => row[k]));
  const triangle = new Float64Array(count * count);
  for (let k = 0; k < count; k++) {
    const length = Math.hypot(...columns[k]) || 1e-12;
    triangle[k * count + k] = length;
    const axis = columns[k].map((value) => value / length);
    for (let j = k + 1; j < count; j++) {
      const along = axis.reduce((sum, value, i) => sum + value * columns[j][i], 0);
      triangle[k * count + j] = along;
      columns[j] = columns[j].map((value, i) => value - along * axis[i]);
    }
  }
  return triangle;
}

/** Least squares from mouth points to coordinates, drawn a little towards the mean where the mouth says nothing. */
function pseudoInverse(rows: readonly Float64Array[], components: Components): Float64Array {
  const { count, deviations } = components;
  const normal = Array.from({ length: count }, (_, a) =>
    Float64Array.from({ length: count }, (_, b) => rows.reduce((sum, row) => sum + row[a] * row[b], 0)),
  );
  const noise = 2e-3;
  normal.forEach((row, k) => (row[k] += (noise / Math.max(1e-4, deviations[k])) ** 2 * 0.01));
  const inverse = invert(normal);
  const size = rows.length;
  const out = new Float64Array(count * size);
  const scale = 1 / Math.sqrt(MOUTH_POINTS.length);
  for (let k = 0; k < count; k++) {
    for (let i = 0; i < size; i++) {
      let sum = 0;
      for (let j = 0; j < count; j++) sum += inverse[k][j] * rows[i][j];
      out[k * size + i] = sum * scale * weightOf(MOUTH_POINTS[(i / 3) | 0], i % 3);
    }
  }
  return out;
}

/** Gauss–Jordan inverse of a small positive definite matrix. */
function invert(matrix: readonly Float64Array[]): Float64Array[] {
  const size = matrix.length;
  const wide = matrix.map((row, i) =>
    Float64Array.from({ length: 2 * size }, (_, j) => (j < size ? row[j] : j - size === i ? 1 : 0)),
  );
  for (let k = 0; k < size; k++) {
    const pivot = wide[k][k];
    wide[k] = wide[k].map((value) => value / pivot);
    for (let i = 0; i < size; i++) {
      if (i === k) continue;
      const factor = wide[i][k];
      for (let j = 0; j < 2 * size; j++) wide[i][j] -= factor * wide[k][j];
    }
  }
  return wide.map((row) => row.slice(size));
}
