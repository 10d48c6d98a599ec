/** A line through rows of contrasts: where it passes each row, and the contrast there. */
export interface TracedLine {
  readonly places: readonly number[];
  readonly contrasts: readonly number[];
}

/**
 * The line of most contrast through rows of equal length, moving by at most `bend` places from row to row (dynamic
 * programming). With `closed` it ends where it began, as a ring does.
 */
export function traceLine(
  rows: readonly Float32Array[],
  { bend = 1, closed = false }: { readonly bend?: number; readonly closed?: boolean } = {},
): TracedLine {
  const free = tracePath(rows, bend, undefined);
  const places = closed ? tracePath(rows, bend, free[rows.length >> 1], rows.length >> 1) : free;
  return { places, contrasts: places.map((place, row) => rows[row][place]) };
}

/** The best path through all rows; with `through` one that passes the row `from` there and ends a round later in the same place. */
function tracePath(rows: readonly Float32Array[], bend: number, through?: number, from = 0): number[] {
  const count = rows.length;
  const width = rows[0].length;
  const row = (step: number): Float32Array => rows[(step + from) % count];
  let sums = Float32Array.from(row(0), (value, x) => (through === undefined || x === through ? value : -1e9));
  const came: Int16Array[] = [];
  for (let step = 1; step < count; step++) {
    const back = new Int16Array(width);
    const values = row(step);
    sums = Float32Array.from(values, (value, x) => {
      let best = x;
      for (let k = Math.max(0, x - bend); k <= Math.min(width - 1, x + bend); k++)
        if (sums[k] - 0.01 * Math.abs(k - x) > sums[best] - 0.01 * Math.abs(best - x)) best = k;
      back[x] = best;
      return sums[best] - 0.01 * Math.abs(best - x) + value;
    });
    came.push(back);
  }
  let at = sums.reduce((best, sum, x) => {
    const allowed = through === undefined || Math.abs(x - through) <= bend;
    return allowed && (best < 0 || sum > sums[best]) ? x : best;
  }, -1);
  const out = new Array<number>(count);
  for (let step = count - 1; step >= 0; step--) {
    out[(step + from) % count] = at;
    if (step > 0) at = came[step - 1][at];
  }
  return out;
}
