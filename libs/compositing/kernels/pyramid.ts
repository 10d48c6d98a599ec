import { storeUpTo } from './cells';

/** Half the size, after a blur by (1 4 6 4 1)/16 each way; edges are mirrored. `line` has room for a row and four cells. */
export function halve(from: usize, width: i32, height: i32, to: usize, line: usize): void {
  const columns = (width + 1) >> 1;
  const rows = (height + 1) >> 1;
  const middle = line + 8;
  for (let y = 0; y < rows; y++) {
    blurDown(from, width, height, 2 * y, middle);
    mirrorEnds(middle, width);
    const out = to + ((<usize>(y * columns)) << 2);
    for (let x = 0; x < columns; x += 4) {
      const at = middle + ((<usize>x) << 3);
      storeUpTo(out + ((<usize>x) << 2), fiveAcross(at), columns - x);
    }
  }
}

function blurDown(from: usize, width: i32, height: i32, y: i32, to: usize): void {
  const a = from + ((<usize>(mirror(y - 2, height) * width)) << 2);
  const b = from + ((<usize>(mirror(y - 1, height) * width)) << 2);
  const c = from + ((<usize>(y * width)) << 2);
  const d = from + ((<usize>(mirror(y + 1, height) * width)) << 2);
  const e = from + ((<usize>(mirror(y + 2, height) * width)) << 2);
  const end = (<usize>width) << 2;
  for (let i: usize = 0; i < end; i += 16) {
    const outer = f32x4.add(v128.load(a + i), v128.load(e + i));
    const inner = f32x4.add(v128.load(b + i), v128.load(d + i));
    storeUpTo(to + i, weigh(outer, inner, v128.load(c + i)), width - <i32>(i >> 2));
  }
}

function weigh(outer: v128, inner: v128, middle: v128): v128 {
  const sum = f32x4.add(outer, f32x4.mul(inner, f32x4.splat(4)));
  return f32x4.mul(f32x4.add(sum, f32x4.mul(middle, f32x4.splat(6))), f32x4.splat(1 / 16));
}

/** Two cells beyond each end of a row, as mirrored. */
function mirrorEnds(row: usize, width: i32): void {
  for (let i = 1; i <= 2; i++) {
    store<f32>(row - ((<usize>i) << 2), load<f32>(row + ((<usize>mirror(-i, width)) << 2)));
    const beyond = width - 1 + i;
    store<f32>(row + ((<usize>beyond) << 2), load<f32>(row + ((<usize>mirror(beyond, width)) << 2)));
  }
}

/** Every second cell of a row, blurred: the cells at 0, 2, 4 and 6 from `at`. */
function fiveAcross(at: usize): v128 {
  const a = v128.load(at - 8);
  const b = v128.load(at + 8);
  const c = v128.load(at + 24);
  const evens = v128.shuffle<f32>(a, b, 0, 2, 4, 6);
  const odds = v128.shuffle<f32>(a, b, 1, 3, 5, 7);
  const middle = v128.shuffle<f32>(evens, c, 1, 2, 3, 4);
  const oddsAfter = v128.shuffle<f32>(odds, c, 1, 2, 3, 5);
  const evensAfter = v128.shuffle<f32>(middle, c, 1, 2, 3, 6);
  return weigh(f32x4.add(evens, evensAfter), f32x4.add(odds, oddsAfter), middle);
}

function mirror(i: i32, length: i32): i32 {
  if (length === 1) return 0;
  const inside = i < 0 ? -i : i >= length ? 2 * length - 2 - i : i;
  return min(length - 1, max(0, inside));
}

/**
 * One level of a blend: `blended`, a level coarser, doubled, and on it the detail that `difference` has beyond `coarse`,
 * doubled, as much as `mask` says; and on it `under`, where it is not 0. `lines` has room for four rows and twelve cells.
 */
export function unfold(
  difference: usize,
  mask: usize,
  under: usize,
  coarse: usize,
  blended: usize,
  to: usize,
  width: i32,
  height: i32,
  lines: usize,
): void {
  const columns = (width + 1) >> 1;
  const rows = (height + 1) >> 1;
  const narrow = lines + 4;
  const smooth = narrow + ((<usize>columns) << 2) + 20;
  const below = smooth + ((<usize>columns) << 3) + 32;
  const end = (<usize>width) << 2;
  for (let y = 0, row = <usize>0; y < height; y++, row += end) {
    doubleDown(coarse, columns, rows, y, narrow);
    doubleAcross(narrow, columns, smooth);
    doubleDown(blended, columns, rows, y, narrow);
    doubleAcross(narrow, columns, below);
    for (let i: usize = 0; i < end; i += 16) {
      const detail = f32x4.sub(v128.load(difference + row + i), v128.load(smooth + i));
      const base =
        under === 0 ? v128.load(below + i) : f32x4.add(v128.load(below + i), v128.load(under + row + i));
      const sum = f32x4.add(base, f32x4.mul(detail, v128.load(mask + row + i)));
      storeUpTo(to + row + i, sum, width - <i32>(i >> 2));
    }
  }
}

/** Row `y` of a field of twice as many rows: the transpose of halving, even and odd rows in one step each. */
function doubleDown(from: usize, columns: i32, rows: i32, y: i32, to: usize): void {
  const middle = y >> 1;
  const a = from + ((<usize>(max(0, middle - 1) * columns)) << 2);
  const b = from + ((<usize>(middle * columns)) << 2);
  const c = from + ((<usize>(min(rows - 1, middle + 1) * columns)) << 2);
  const end = (<usize>columns) << 2;
  const odd = (y & 1) === 1;
  for (let i: usize = 0; i < end; i += 16) {
    const here = v128.load(b + i);
    const after = v128.load(c + i);
    const value = odd ? between(here, after) : upon(v128.load(a + i), here, after);
    storeUpTo(to + i, value, columns - <i32>(i >> 2));
  }
  store<f32>(to - 4, load<f32>(to));
  store<f32>(to + end, load<f32>(to + end - 4));
}

/** The same along a row that holds one cell more at each end. */
function doubleAcross(from: usize, columns: i32, to: usize): void {
  const end = (<usize>columns) << 2;
  for (let i: usize = 0; i < end; i += 16) {
    const here = v128.load(from + i);
    const after = v128.load(from + i + 4);
    const evens = upon(v128.load(from + i - 4), here, after);
    const odds = between(here, after);
    v128.store(to + 2 * i, v128.shuffle<f32>(evens, odds, 0, 4, 1, 5));
    v128.store(to + 2 * i + 16, v128.shuffle<f32>(evens, odds, 2, 6, 3, 7));
  }
}

function upon(before: v128, here: v128, after: v128): v128 {
  const sum = f32x4.add(f32x4.add(before, after), f32x4.mul(here, f32x4.splat(6)));
  return f32x4.mul(sum, f32x4.splat(0.125));
}

function between(here: v128, after: v128): v128 {
  return f32x4.mul(f32x4.add(here, after), f32x4.splat(0.5));
}
