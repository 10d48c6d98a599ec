/** A smooth map of the plane: where each point of the new picture is taken from. */
export interface ThinPlate {
  /** Control points (x, y) of the new picture. */
  readonly points: Float64Array;
  /** For x and for y: one weight a control point, then the affine part (constant, x, y). */
  readonly weights: readonly [Float64Array, Float64Array];
}

/**
 * Fits the thin-plate spline that carries `to` points back to `from` points while bending as little as it can
 * (Bookstein 1989). `stiffness` lets it miss the points a little, which keeps contradictory ones from folding it.
 * Both are lists of (x, y) in units in which the face is about 1 wide; what is interpolated is `from − to`.
 */
export function fitThinPlate(to: Float64Array, from: Float64Array, stiffness: number): ThinPlate {
  const count = to.length / 2;
  const size = count + 3;
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < i; j++) {
      const value = bend((to[2 * i] - to[2 * j]) ** 2 + (to[2 * i + 1] - to[2 * j + 1]) ** 2);
      matrix[i * size + j] = value;
      matrix[j * size + i] = value;
    }
    matrix[i * size + i] = stiffness;
    [1, to[2 * i], to[2 * i + 1]].forEach((value, k) => {
      matrix[i * size + count + k] = value;
      matrix[(count + k) * size + i] = value;
    });
  }
  const right = [0, 1].map((axis) => {
    const values = new Float64Array(size);
    for (let i = 0; i < count; i++) values[i] = from[2 * i + axis] - to[2 * i + axis];
    return values;
  });
  solve(matrix, size, right);
  return { points: to, weights: [right[0], right[1]] };
}

/** The bending kernel r² log r², from the squared distance. */
const bend = (squared: number): number => (squared > 0 ? squared * Math.log(squared) : 0);

const TABLE_STEP = 1 / 512;
const TABLE = Float64Array.from({ length: 16 * 512 + 2 }, (_, i) => bend(i * TABLE_STEP));

/** The kernel from a table with linear interpolation: evaluating it is where a warp's time goes. */
function bendQuickly(squared: number): number {
  const at = squared * 512;
  const index = at | 0;
  if (index >= TABLE.length - 1) return bend(squared);
  if (index < 4) return bend(squared);
  return TABLE[index] + (at - index) * (TABLE[index + 1] - TABLE[index]);
}

/** Writes where (x, y) is taken from into `out` at `at`: displacement (dx, dy). */
export function bendAt(plate: ThinPlate, x: number, y: number, out: Float32Array, at: number): void {
  const { points, weights } = plate;
  const [wx, wy] = weights;
  const count = points.length / 2;
  let dx = wx[count] + wx[count + 1] * x + wx[count + 2] * y;
  let dy = wy[count] + wy[count + 1] * x + wy[count + 2] * y;
  for (let i = 0; i < count; i++) {
    const u = x - points[2 * i];
    const v = y - points[2 * i + 1];
    const k = bendQuickly(u * u + v * v);
    dx += wx[i] * k;
    dy += wy[i] * k;
  }
  out[at] = dx;
  out[at + 1] = dy;
}

/** Gaussian elimination with partial pivoting, in place; each of `right` becomes its solution. */
function solve(matrix: Float64Array, size: number, right: readonly Float64Array[]): void {
  for (let column = 0; column < size; column++) {
    swapRows(matrix, size, right, column, pivotOf(matrix, size, column));
    const pivot = matrix[column * size + column];
    for (let row = column + 1; row < size; row++) {
      const factor = matrix[row * size + column] / pivot;
      if (factor === 0) continue;
      for (let k = column, a = row * size + k, b = column * size + k; k < size; k++, a++, b++) {
        matrix[a] -= factor * matrix[b];
      }
      for (const values of right) values[row] -= factor * values[column];
    }
  }
  for (const values of right) {
    for (let row = size - 1; row >= 0; row--) {
      let value = values[row];
      for (let k = row + 1; k < size; k++) value -= matrix[row * size + k] * values[k];
      values[row] = value / matrix[row * size + row];
    }
  }
}

function pivotOf(matrix: Float64Array, size: number, column: number): number {
  let best = column;
  for (let row = column + 1; row < size; row++) {
    if (Math.abs(matrix[row * size + column]) > Math.abs(matrix[best * size + column])) best = row;
  }
  return best;
}

function swapRows(
  matrix: Float64Array,
  size: number,
  right: readonly Float64Array[],
  a: number,
  b: number,
): void {
  if (a === b) return;
  for (let k = 0; k < size; k++) {
    const value = matrix[a * size + k];
    matrix[a * size + k] = matrix[b * size + k];
    matrix[b * size + k] = value;
  }
  for (const values of right) [values[a], values[b]] = [values[b], values[a]];
}
