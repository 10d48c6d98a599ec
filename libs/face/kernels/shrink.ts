/**
 * Averages blocks of `stepX` × `stepY` bytes, at most 255 rows each; blocks on the right and bottom edge average what there
 * is. `sums` has room for a row of 32-bit numbers and 16 more.
 */
export function shrinkBytes(
  from: usize,
  width: i32,
  height: i32,
  stepX: i32,
  stepY: i32,
  to: usize,
  sums: usize,
): void {
  for (let top = 0; top < height; top += stepY) {
    const rows = min(stepY, height - top);
    sumBytes(from + top * width, width, rows, sums);
    to = averageColumns(sums, width, stepX, rows, to);
  }
}

/** The same of words of 16 bits. */
export function shrinkWords(
  from: usize,
  width: i32,
  height: i32,
  stepX: i32,
  stepY: i32,
  to: usize,
  sums: usize,
): void {
  for (let top = 0; top < height; top += stepY) {
    const rows = min(stepY, height - top);
    sumWords(from + ((top * width) << 1), width, rows, sums);
    to = averageColumns(sums, width, stepX, rows, to);
  }
}

function sumBytes(from: usize, width: i32, rows: i32, sums: usize): void {
  for (let x = 0; x < width; x += 16) {
    let low = i16x8.splat(0);
    let high = i16x8.splat(0);
    let at = from + x;
    for (let y = 0; y < rows; y++, at += width) {
      const bytes = v128.load(at);
      low = i16x8.add(low, i16x8.extend_low_i8x16_u(bytes));
      high = i16x8.add(high, i16x8.extend_high_i8x16_u(bytes));
    }
    const to = sums + (x << 2);
    v128.store(to, i32x4.extend_low_i16x8_u(low));
    v128.store(to, i32x4.extend_high_i16x8_u(low), 16);
    v128.store(to, i32x4.extend_low_i16x8_u(high), 32);
    v128.store(to, i32x4.extend_high_i16x8_u(high), 48);
  }
}

function sumWords(from: usize, width: i32, rows: i32, sums: usize): void {
  for (let x = 0; x < width; x += 8) {
    let low = i32x4.splat(0);
    let high = i32x4.splat(0);
    let at = from + (x << 1);
    for (let y = 0; y < rows; y++, at += width << 1) {
      const words = v128.load(at);
      low = i32x4.add(low, i32x4.extend_low_i16x8_u(words));
      high = i32x4.add(high, i32x4.extend_high_i16x8_u(words));
    }
    v128.store(sums + (x << 2), low);
    v128.store(sums + (x << 2), high, 16);
  }
}

/** Averages `step` neighbours of a row of sums; returns where the next row goes. */
function averageColumns(sums: usize, width: i32, step: i32, rows: i32, to: usize): usize {
  const share: f32 = 1 / <f32>(step * rows);
  if (step === 1) {
    for (let x = 0; x < width; x += 4) {
      const four = f32x4.convert_i32x4_u(v128.load(sums + (x << 2)));
      v128.store(to + (x << 2), f32x4.mul(four, f32x4.splat(share)));
    }
    return to + (width << 2);
  }
  const whole = width / step;
  for (let block = 0; block < whole; block++, to += 4) {
    store<f32>(to, <f32>sumOf(sums, step) * share);
    sums += step << 2;
  }
  const rest = width - whole * step;
  if (rest === 0) return to;
  store<f32>(to, <f32>sumOf(sums, rest) / <f32>(rest * rows));
  return to + 4;
}

function sumOf(sums: usize, count: i32): u32 {
  let sum: u32 = 0;
  for (let i = 0; i < count; i++) sum += load<u32>(sums + (i << 2));
  return sum;
}
