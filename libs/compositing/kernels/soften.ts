import { among, storeUpTo } from './cells';

/** Weighs `taps` neighbours along each row, edges held. `line` has room for a row and the taps. */
export function softenAcross(
  from: usize,
  width: i32,
  height: i32,
  weights: usize,
  taps: i32,
  to: usize,
  line: usize,
): void {
  const reach = taps >> 1;
  const bytes = (<usize>width) << 2;
  const middle = line + ((<usize>reach) << 2);
  for (let y = 0; y < height; y++) {
    const row = (<usize>(y * width)) << 2;
    memory.copy(middle, from + row, bytes);
    for (let i = 1; i <= reach; i++) {
      store<f32>(middle - ((<usize>i) << 2), load<f32>(from + row));
      store<f32>(middle + bytes + ((<usize>(i - 1)) << 2), load<f32>(from + row + bytes - 4));
    }
    for (let x = 0; x < width; x += 4) {
      let sum = f32x4.splat(0);
      let at = line + ((<usize>x) << 2);
      for (let k = 0; k < taps; k++, at += 4) {
        sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(weights + ((<usize>k) << 2)), v128.load(at)));
      }
      storeUpTo(to + row + ((<usize>x) << 2), sum, width - x);
    }
  }
}

/** Weighs `taps` neighbours down each column, edges held. */
export function softenDown(from: usize, width: i32, height: i32, weights: usize, taps: i32, to: usize): void {
  const reach = taps >> 1;
  const last = height - 1;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x += 4) {
      let sum = f32x4.splat(0);
      for (let k = 0; k < taps; k++) {
        const row = min(max(y + k - reach, 0), last);
        const cells = v128.load(from + ((<usize>(row * width + x)) << 2));
        sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(weights + ((<usize>k) << 2)), cells));
      }
      storeUpTo(to + ((<usize>(y * width + x)) << 2), sum, width - x);
    }
  }
}

/**
 * Adds up, block by block of `size` cells, the squares of differences between the cells `step` before and after each one
 * whose weight is above a half, and how many those are. The field's border is left out; sums and counts are 64-bit numbers.
 */
export function addSlopes(
  from: usize,
  where: usize,
  width: i32,
  height: i32,
  step: i32,
  size: i32,
  sums: usize,
  counts: usize,
): void {
  const columns = (width + size - 1) / size;
  const apart = (<usize>step) << 2;
  const half = f32x4.splat(0.5);
  for (let y = 1; y < height - 1; y++) {
    for (let column = 0; column < columns; column++) {
      const end = min(width - 1, (column + 1) * size);
      let sum = f32x4.splat(0);
      let count = 0;
      for (let x = max(1, column * size); x < end; x += 4) {
        const at = (<usize>(y * width + x)) << 2;
        const heeded = v128.and(f32x4.gt(v128.load(where + at), half), among(end - x));
        const slope = f32x4.sub(v128.load(from + at + apart), v128.load(from + at - apart));
        sum = f32x4.add(sum, v128.and(f32x4.mul(slope, slope), heeded));
        count += popcnt(i32x4.bitmask(heeded));
      }
      const block = (<usize>((y / size) * columns + column)) << 3;
      const total =
        <f64>(f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1)) +
        <f64>(f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3));
      store<f64>(sums + block, load<f64>(sums + block) + total);
      store<f64>(counts + block, load<f64>(counts + block) + <f64>count);
    }
  }
}
