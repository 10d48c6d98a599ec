/** A rotation as 9 numbers, row by row. */
export type Rotation = Float64Array;

/**
 * The rotation R that maximises the sum of y · R x, given `correlation[3 * i + j]` = sum of x_i y_j: the eigenvector
 * of the largest eigenvalue of a symmetric 4 × 4 matrix is its quaternion (Horn, "Closed-form solution of absolute
 * orientation using unit quaternions", 1987).
 */
export function bestRotation(correlation: ArrayLike<number>): Rotation {
  const [xx, xy, xz, yx, yy, yz, zx, zy, zz] = Array.from(correlation);
  const quaternion = strongestEigenvector([
    [xx + yy + zz, yz - zy, zx - xz, xy - yx],
    [yz - zy, xx - yy - zz, xy + yx, zx + xz],
    [zx - xz, xy + yx, yy - xx - zz, yz + zy],
    [xy - yx, zx + xz, yz + zy, zz - xx - yy],
  ]);
  return rotationOf(quaternion);
}

/** The unit eigenvector of the largest eigenvalue of a small symmetric matrix, by Jacobi's rotations. */
function strongestEigenvector(matrix: number[][]): number[] {
  const size = matrix.length;
  const a = matrix.map((row) => [...row]);
  const vectors = a.map((_, i) => a.map((__, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 16; sweep++) {
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotateAway(a, vectors, p, q);
  }
  const best = a.reduce((largest, row, i) => (row[i] > a[largest][largest] ? i : largest), 0);
  return vectors.map((row) => row[best]);
}

/** One Jacobi rotation: makes a[p][q] zero and turns the columns of `vectors` along. */
function rotateAway(a: number[][], vectors: number[][], p: number, q: number): void {
  if (a[p][q] === 0) return;
  const theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  for (const row of [...a, ...vectors]) {
    [row[p], row[q]] = [cosine * row[p] - sine * row[q], sine * row[p] + cosine * row[q]];
  }
  for (let k = 0; k < a.length; k++) {
    [a[p][k], a[q][k]] = [cosine * a[p][k] - sine * a[q][k], sine * a[p][k] + cosine * a[q][k]];
  }
}

function rotationOf([w, x, y, z]: number[]): Rotation {
  return Float64Array.of(
    w * w + x * x - y * y - z * z,
    2 * (x * y - w * z),
    2 * (x * z + w * y),
    2 * (x * y + w * z),
    w * w - x * x + y * y - z * z,
    2 * (y * z - w * x),
    2 * (x * z - w * y),
    2 * (y * z + w * x),
    w * w - x * x - y * y + z * z,
  );
}
