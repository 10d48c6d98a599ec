import { among, storeUpTo } from './cells';

/** Root mean square of the Laplacian where the weight is above a half; 0 where nothing is. */
export function detail(from: usize, where: usize, width: i32, height: i32): f64 {
  let sum: f64 = 0;
  let count: i64 = 0;
  const stride = (<usize>width) << 2;
  const half = f32x4.splat(0.5);
  for (let y = 1; y < height - 1; y++) {
    let row = f32x4.splat(0);
    const start = (<usize>(y * width)) << 2;
    for (let x = 1; x < width - 1; x += 4) {
      const at = start + ((<usize>x) << 2);
      const heeded = v128.and(f32x4.gt(v128.load(where + at), half), among(width - 1 - x));
      if (!v128.any_true(heeded)) continue;
      const laplacian = v128.and(laplacianAt(from + at, stride), heeded);
      row = f32x4.add(row, f32x4.mul(laplacian, laplacian));
      count += <i64>popcnt(i32x4.bitmask(heeded));
    }
    sum += <f64>f32x4.extract_lane(row, 0) + <f64>f32x4.extract_lane(row, 1);
    sum += <f64>f32x4.extract_lane(row, 2) + <f64>f32x4.extract_lane(row, 3);
  }
  return count === 0 ? 0 : sqrt(sum / <f64>count);
}

function laplacianAt(at: usize, stride: usize): v128 {
  const across = f32x4.add(v128.load(at - 4), v128.load(at + 4));
  const down = f32x4.add(v128.load(at - stride), v128.load(at + stride));
  return f32x4.sub(f32x4.add(across, down), f32x4.mul(v128.load(at), f32x4.splat(4)));
}

/** A field less `amount` quarters of its Laplacian; the cells at its border stay. */
export function sharpen(from: usize, to: usize, width: i32, height: i32, amount: f32): void {
  memory.copy(to, from, (<usize>(width * height)) << 2);
  const stride = (<usize>width) << 2;
  const factor = f32x4.splat(-0.25 * amount);
  for (let y = 1; y < height - 1; y++) {
    const start = (<usize>(y * width)) << 2;
    for (let x = 1; x < width - 1; x += 4) {
      const at = start + ((<usize>x) << 2);
      const crisp = f32x4.add(v128.load(from + at), f32x4.mul(factor, laplacianAt(from + at, stride)));
      storeUpTo(to + at, crisp, width - 1 - x);
    }
  }
}
