/**
 * Turns planes of Y, Cb and Cr (0..255, `stride` bytes apart) into R, G and B in their place: 0 becomes `low`, 255 so much more
 * as `gain` says of each step. `count` is rounded up to whole fours.
 */
export function toRgb(
  planes: usize,
  count: i32,
  stride: i32,
  rFromCr: f32,
  gFromCb: f32,
  gFromCr: f32,
  bFromCb: f32,
  low: f32,
  gain: f32,
): void {
  const grey = f32x4.splat(128);
  for (let i = 0; i < count; i += 4) {
    const at = planes + (i << 2);
    const y = v128.load(at);
    const cb = f32x4.sub(v128.load(at + stride), grey);
    const cr = f32x4.sub(v128.load(at + 2 * stride), grey);
    const green = f32x4.add(f32x4.mul(cb, f32x4.splat(gFromCb)), f32x4.mul(cr, f32x4.splat(gFromCr)));
    v128.store(at, level(f32x4.add(y, f32x4.mul(cr, f32x4.splat(rFromCr))), low, gain));
    v128.store(at + stride, level(f32x4.sub(y, green), low, gain));
    v128.store(at + 2 * stride, level(f32x4.add(y, f32x4.mul(cb, f32x4.splat(bFromCb))), low, gain));
  }
}

function level(value: v128, low: f32, gain: f32): v128 {
  const kept = f32x4.pmin(f32x4.splat(255), f32x4.pmax(f32x4.splat(0), value));
  return f32x4.add(f32x4.splat(low), f32x4.mul(f32x4.splat(gain), kept));
}

/** Three planes, `stride` bytes apart, as one row of threes. `count` is rounded up to whole fours. */
export function weave(planes: usize, count: i32, stride: i32, to: usize): void {
  for (let i = 0; i < count; i += 4, to += 48) {
    const a = v128.load(planes + (i << 2));
    const b = v128.load(planes + (i << 2) + stride);
    const c = v128.load(planes + (i << 2) + 2 * stride);
    v128.store(to, v128.shuffle<i32>(v128.shuffle<i32>(a, b, 0, 4, 1, 5), c, 0, 1, 4, 2));
    v128.store(to, v128.shuffle<i32>(b, v128.shuffle<i32>(a, c, 5, 2, 5, 2), 1, 4, 5, 2), 16);
    v128.store(to, v128.shuffle<i32>(c, v128.shuffle<i32>(a, b, 3, 7, 3, 7), 2, 4, 5, 3), 32);
  }
}
