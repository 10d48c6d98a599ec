/**
 * Solves `size` equations for two right sides by Gaussian elimination with partial pivoting, in place. Each row of 64-bit
 * numbers holds `size` coefficients and the two right sides; `stride` numbers lie from row to row, room for an even count.
 * The solutions stand where the right sides stood.
 */
export function solve(matrix: usize, size: i32, stride: i32): void {
  for (let column = 0; column < size; column++) {
    swapRows(matrix, stride, column, pivotOf(matrix, size, stride, column));
    const pivot = load<f64>(cellAt(matrix, stride, column, column));
    for (let row = column + 1; row < size; row++) {
      const factor = load<f64>(cellAt(matrix, stride, row, column)) / pivot;
      if (factor !== 0) takeRow(matrix, stride, column & ~1, size + 2, column, row, factor);
    }
  }
  for (let row = size - 1; row >= 0; row--) {
    let value = v128.load(cellAt(matrix, stride, row, size));
    for (let k = row + 1; k < size; k++) {
      const coefficient = v128.load64_splat(cellAt(matrix, stride, row, k));
      value = f64x2.sub(value, f64x2.mul(coefficient, v128.load(cellAt(matrix, stride, k, size))));
    }
    const own = v128.load64_splat(cellAt(matrix, stride, row, row));
    v128.store(cellAt(matrix, stride, row, size), f64x2.div(value, own));
  }
}

function cellAt(matrix: usize, stride: i32, row: i32, column: i32): usize {
  return matrix + ((<usize>(row * stride + column)) << 3);
}

/** Row `to` less `factor` times row `from`, from column `start` on. */
function takeRow(matrix: usize, stride: i32, start: i32, end: i32, from: i32, to: i32, factor: f64): void {
  const factors = f64x2.splat(factor);
  let a = cellAt(matrix, stride, to, start);
  let b = cellAt(matrix, stride, from, start);
  for (let k = start; k < end; k += 2, a += 16, b += 16) {
    v128.store(a, f64x2.sub(v128.load(a), f64x2.mul(factors, v128.load(b))));
  }
}

function pivotOf(matrix: usize, size: i32, stride: i32, column: i32): i32 {
  let best = column;
  let most = abs(load<f64>(cellAt(matrix, stride, column, column)));
  for (let row = column + 1; row < size; row++) {
    const value = abs(load<f64>(cellAt(matrix, stride, row, column)));
    if (value > most) {
      best = row;
      most = value;
    }
  }
  return best;
}

function swapRows(matrix: usize, stride: i32, a: i32, b: i32): void {
  if (a === b) return;
  for (let k = 0; k < stride; k += 2) {
    const from = cellAt(matrix, stride, a, k);
    const to = cellAt(matrix, stride, b, k);
    const kept = v128.load(from);
    v128.store(from, v128.load(to));
    v128.store(to, kept);
  }
}
