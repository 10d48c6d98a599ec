import { storeUpTo } from './cells';

/** Averages a field into fewer cells, or as many. `sums` has room for one row. */
export function shrink(
  from: usize,
  width: i32,
  height: i32,
  to: usize,
  columns: i32,
  rows: i32,
  sums: usize,
): void {
  for (let y = 0; y < rows; y++) {
    const top = start(y, height, rows);
    const bottom = max(top + 1, start(y + 1, height, rows));
    addRows(from + ((<usize>(top * width)) << 2), width, bottom - top, sums);
    const out = to + ((<usize>(y * columns)) << 2);
    for (let x = 0; x < columns; x++) {
      const left = start(x, width, columns);
      const right = max(left + 1, start(x + 1, width, columns));
      let sum: f32 = 0;
      for (let u = left; u < right; u++) sum += load<f32>(sums + ((<usize>u) << 2));
      store<f32>(out + ((<usize>x) << 2), sum / <f32>((bottom - top) * (right - left)));
    }
  }
}

/** Where cell `i` of `count` begins in a length. */
function start(i: i32, length: i32, count: i32): i32 {
  return <i32>((<i64>i * <i64>length) / <i64>count);
}

function addRows(from: usize, width: i32, rows: i32, sums: usize): void {
  for (let x = 0; x < width; x += 4) {
    const at = (<usize>x) << 2;
    let sum = f32x4.splat(0);
    for (let y = 0; y < rows; y++) sum = f32x4.add(sum, v128.load(from + at + ((<usize>(y * width)) << 2)));
    storeUpTo(sums + at, sum, width - x);
  }
}

/**
 * Enlarges a field by bilinear interpolation between cell centres. Each row is widened once. `lines` has room for four rows
 * of the new width.
 */
export function enlarge(
  from: usize,
  width: i32,
  height: i32,
  to: usize,
  columns: i32,
  rows: i32,
  lines: usize,
): void {
  const stride = (<usize>columns) << 2;
  const places = lines + 2 * stride;
  placeColumns(width, columns, places);
  let above = lines;
  let below = lines + stride;
  let aboveRow = -1;
  let belowRow = -1;
  for (let y = 0; y < rows; y++) {
    const at = centre(y, height, rows);
    const first = <i32>at;
    const second = min(height - 1, first + 1);
    if (first !== aboveRow) {
      const row = above;
      above = below;
      below = row;
      if (first !== belowRow) widen(from + ((<usize>(first * width)) << 2), width, places, above, columns);
      aboveRow = first;
      belowRow = -1;
    }
    if (second !== belowRow) {
      widen(from + ((<usize>(second * width)) << 2), width, places, below, columns);
      belowRow = second;
    }
    mixRows(above, below, f32x4.splat(<f32>(at - <f64>first)), to + <usize>y * stride, columns);
  }
}

/** Where the centre of new cell `i` lies between the old ones, so that there is always one after it. */
function centre(i: i32, from: i32, to: i32): f64 {
  return min(<f64>(from - 1), max(0.0, ((<f64>i + 0.5) * <f64>from) / <f64>to - 0.5));
}

/** For each new column how many bytes into a row the old one before it lies, and the share of the one after it. */
function placeColumns(width: i32, columns: i32, places: usize): void {
  for (let x = 0; x < columns; x++) {
    const at = centre(x, width, columns);
    const first = max(0, min(width - 2, <i32>at));
    store<i32>(places + ((<usize>x) << 3), first << 2);
    store<f32>(places + ((<usize>x) << 3), <f32>(at - <f64>first), 4);
  }
}

function widen(from: usize, width: i32, places: usize, to: usize, columns: i32): void {
  const after: usize = width > 1 ? 4 : 0;
  for (let x = 0; x < columns; x++) {
    const place = places + ((<usize>x) << 3);
    const at = from + <usize>load<i32>(place);
    const left = load<f32>(at);
    store<f32>(to + ((<usize>x) << 2), left + load<f32>(place, 4) * (load<f32>(at + after) - left));
  }
}

function mixRows(above: usize, below: usize, share: v128, to: usize, columns: i32): void {
  for (let x = 0; x < columns; x += 4) {
    const at = (<usize>x) << 2;
    const upper = v128.load(above + at);
    const mixed = f32x4.add(upper, f32x4.mul(share, f32x4.sub(v128.load(below + at), upper)));
    storeUpTo(to + at, mixed, columns - x);
  }
}
