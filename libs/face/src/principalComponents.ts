/** A flat space of shapes: `mean` plus a few orthonormal directions, the strongest first. */
export interface Components {
  readonly mean: Float32Array;
  /** `count` rows of `mean.length` numbers. */
  readonly directions: Float32Array;
  readonly count: number;
  /** Standard deviation of the samples along each direction. */
  readonly deviations: Float32Array;
}

const ROUNDS = 12;

/**
 * Finds the strongest directions of a set of equally long rows by subspace iteration, never forming the covariance.
 * Deterministic. Fewer rows than `count` give as many directions as there are rows.
 */
export function principalComponents(rows: readonly Float32Array[], count: number): Components {
  const size = rows[0].length;
  const mean = new Float32Array(size);
  for (const row of rows) for (let i = 0; i < size; i++) mean[i] += row[i] / rows.length;
  const centred = rows.map((row) => Float64Array.from(row, (value, i) => value - mean[i]));
  const directions = Array.from({ length: Math.min(count, rows.length, size) }, (_, k) => seed(size, k));
  for (let round = 0; round < ROUNDS; round++) {
    directions.forEach((direction, k) => {
      const next = new Float64Array(size);
      for (const row of centred) addScaled(next, row, dot(row, direction));
      for (let j = 0; j < k; j++) addScaled(next, directions[j], -dot(next, directions[j]));
      normalise(next);
      directions[k].set(next);
    });
  }
  const deviations = Float32Array.from(directions, (direction) =>
    Math.sqrt(centred.reduce((sum, row) => sum + dot(row, direction) ** 2, 0) / rows.length),
  );
  return { mean, directions: concatenate(directions), count: directions.length, deviations };
}

/** The coordinates of a row in a space. */
export function coordinatesOf(space: Components, row: Float32Array): Float32Array {
  const size = space.mean.length;
  const out = new Float32Array(space.count);
  for (let k = 0, at = 0; k < space.count; k++) {
    for (let i = 0; i < size; i++, at++) out[k] += (row[i] - space.mean[i]) * space.directions[at];
  }
  return out;
}

/** The row that coordinates stand for. */
export function rowOf(space: Components, coordinates: ArrayLike<number>): Float32Array {
  const size = space.mean.length;
  const out = Float32Array.from(space.mean);
  for (let k = 0; k < space.count; k++) {
    for (let i = 0, at = k * size; i < size; i++, at++) out[i] += coordinates[k] * space.directions[at];
  }
  return out;
}

/** How far a row lies from a space: root mean square of what its coordinates cannot say. */
export function distanceFrom(space: Components, row: Float32Array): number {
  const near = rowOf(space, coordinatesOf(space, row));
  let sum = 0;
  for (let i = 0; i < row.length; i++) sum += (row[i] - near[i]) ** 2;
  return Math.sqrt(sum / row.length);
}

function seed(size: number, k: number): Float64Array {
  const out = Float64Array.from({ length: size }, (_, i) => Math.sin(1 + i * (k + 1) * 0.7368062997) + 1e-3);
  normalise(out);
  return out;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function addScaled(to: Float64Array, row: Float64Array, scale: number): void {
  for (let i = 0; i < to.length; i++) to[i] += scale * row[i];
}

function normalise(values: Float64Array): void {
  const length = Math.sqrt(dot(values, values)) || 1;
  for (let i = 0; i < values.length; i++) values[i] /= length;
}

function concatenate(rows: readonly Float64Array[]): Float32Array {
  const out = new Float32Array(rows.length * (rows[0]?.length ?? 0));
  rows.forEach((row, k) => out.set(row, k * row.length));
  return out;
}
