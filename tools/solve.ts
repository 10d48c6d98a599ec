/** Solves matrix × x = right for a positive definite matrix by Gaussian elimination with pivots; inputs stay as they are. */
export function solve(matrix: readonly Float64Array[], right: readonly Float64Array[]): Float64Array[] {
  const rows = matrix.map((row, i) => Float64Array.from([...row, ...right[i]]));
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let i = column + 1; i < size; i++) {
      if (Math.abs(rows[i][column]) > Math.abs(rows[pivot][column])) pivot = i;
    }
    [rows[column], rows[pivot]] = [rows[pivot], rows[column]];
    for (let i = 0; i < size; i++) {
      if (i === column) continue;
      const factor = rows[i][column] / rows[column][column];
      for (let j = column; j < rows[i].length; j++) rows[i][j] -= factor * rows[column][j];
    }
  }
  return rows.map((row, i) => row.slice(size).map((value) => value / row[i]));
}
