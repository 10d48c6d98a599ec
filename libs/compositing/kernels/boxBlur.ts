import { storeUpTo } from './cells';

/**
 * Three box blurs of `radius` in each direction, edges held. Boxes run down columns, four at a time; rows are blurred as the
 * columns of the turned field. `a` and `b` have room for the field each; the result stands in `a`.
 */
export function blur(from: usize, width: i32, height: i32, radius: i32, a: usize, b: usize): void {
  boxColumns(from, b, width, height, radius);
  boxColumns(b, a, width, height, radius);
  boxColumns(a, b, width, height, radius);
  turn(b, a, width, height);
  boxColumns(a, b, height, width, radius);
  boxColumns(b, a, height, width, radius);
  boxColumns(a, b, height, width, radius);
  turn(b, a, height, width);
}

function boxColumns(from: usize, to: usize, width: i32, height: i32, radius: i32): void {
  const stride = (<usize>width) << 2;
  const scale = f32x4.splat(1 / <f32>(radius + radius + 1));
  const last = height - 1;
  for (let x = 0; x < width; x += 4) {
    const column = from + ((<usize>x) << 2);
    let sum = f32x4.mul(v128.load(column), f32x4.splat(<f32>(radius + 1)));
    for (let i = 1; i <= radius; i++) sum = f32x4.add(sum, v128.load(column + <usize>min(i, last) * stride));
    let out = to + ((<usize>x) << 2);
    for (let y = 0; y < height; y++, out += stride) {
      storeUpTo(out, f32x4.mul(sum, scale), width - x);
      const enters = v128.load(column + <usize>min(y + radius + 1, last) * stride);
      const leaves = v128.load(column + <usize>max(y - radius, 0) * stride);
      sum = f32x4.add(sum, f32x4.sub(enters, leaves));
    }
  }
}

function turn(from: usize, to: usize, width: i32, height: i32): void {
  for (let y = 0; y < height; y += 4) {
    for (let x = 0; x < width; x++) {
      const at = from + ((<usize>(y * width + x)) << 2);
      const out = to + ((<usize>(x * height + y)) << 2);
      const rows = min(4, height - y);
      for (let k = 0; k < rows; k++) {
        store<f32>(out + ((<usize>k) << 2), load<f32>(at + ((<usize>(k * width)) << 2)));
      }
    }
  }
}
