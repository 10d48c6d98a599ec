const SWEEPS = 30;
const SMALL = 1e-18;

/** The `count` strongest eigenvectors (one a row) of a symmetric matrix, by Jacobi's rotations. */
export function principalAxes(symmetric: Float64Array, size: number, count: number): Float64Array {
  const matrix = Float64Array.from(symmetric);
  const vectors = new Float64Array(size * size);
  for (let i = 0; i < size; i++) vectors[i * size + i] = 1;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(matrix, vectors, size, p, q);
  }
  const order = Array.from({ length: size }, (_, index) => index).sort(
    (a, b) => matrix[b * size + b] - matrix[a * size + a],
  );
  const axes = new Float64Array(count * size);
  order.slice(0, count).forEach((row, index) => {
    axes.set(pointed(vectors.subarray(row * size, (row + 1) * size)), index * size);
  });
  return axes;
}

/** An eigenvector's sign is free: its largest number is made positive, so that every run gives the same. */
function pointed(vector: Float64Array): Float64Array {
  const largest = vector.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0);
  return largest < 0 ? vector.map((value) => -value) : vector;
}

function rotate(matrix: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const off = matrix[p * size + q];
  if (Math.abs(off) < SMALL) return;
  const theta = (matrix[q * size + q] - matrix[p * size + p]) / (2 * off);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < size; k++) {
    const a = matrix[k * size + p];
    const b = matrix[k * size + q];
    matrix[k * size + p] = c * a - s * b;
    matrix[k * size + q] = s * a + c * b;
  }
  for (let k = 0; k < size; k++) {
    const a = matrix[p * size + k];
    const b = matrix[q * size + k];
    matrix[p * size + k] = c * a - s * b;
    matrix[q * size + k] = s * a + c * b;
    const u = vectors[p * size + k];
    const v = vectors[q * size + k];
    vectors[p * size + k] = c * u - s * v;
    vectors[q * size + k] = s * u + c * v;
  }
}
