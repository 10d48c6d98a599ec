import { storeUpTo } from './cells';

/**
 * Noise of deviation 1 that is the same for the same seed and place: the sum of two even ones. One cell more at each end is
 * made zero.
 */
export function whiteNoise(seed: i32, count: i32, to: usize): void {
  const salt = i32x4.splat((seed + 1) * <i32>0x85ebca6b);
  store<f32>(to - 4, 0);
  store<f32>(to + ((<usize>count) << 2), 0);
  for (let i = 0; i < count; i += 4) {
    const place = i32x4.add(i32x4.splat(i + 1), i32x4(0, 1, 2, 3));
    let h = v128.xor(i32x4.mul(place, i32x4.splat(<i32>0x9e3779b1)), salt);
    h = i32x4.mul(v128.xor(h, i32x4.shr_u(h, 15)), i32x4.splat(0x2c1b3c6d));
    h = i32x4.mul(v128.xor(h, i32x4.shr_u(h, 12)), i32x4.splat(0x297a2d39));
    h = v128.xor(h, i32x4.shr_u(h, 15));
    const sum = i32x4.add(v128.and(h, i32x4.splat(0xffff)), i32x4.shr_u(h, 16));
    const even = f32x4.convert_i32x4_s(i32x4.sub(sum, i32x4.splat(65535)));
    storeUpTo(to + ((<usize>i) << 2), f32x4.mul(even, f32x4.splat(1 / 26754)), count - i);
  }
}

/**
 * Adds noise, blurred by (tap 1 tap) both ways and times `scale`, where a field is brighter than `black`: all of it from
 * `shade` levels above on. Cells beyond the noise count as none; `wide` has room for the field.
 */
export function addGrain(
  field: usize,
  noise: usize,
  width: i32,
  height: i32,
  tap: f32,
  scale: f32,
  black: f32,
  shade: f32,
  to: usize,
  wide: usize,
): void {
  const count = width * height;
  const taps = f32x4.splat(tap);
  for (let i = 0; i < count; i += 4) {
    const at = (<usize>i) << 2;
    const beside = f32x4.add(v128.load(noise + at - 4), v128.load(noise + at + 4));
    storeUpTo(wide + at, f32x4.add(v128.load(noise + at), f32x4.mul(taps, beside)), count - i);
  }
  const none = f32x4.splat(0);
  const stride = (<usize>width) << 2;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x += 4) {
      const at = (<usize>(y * width + x)) << 2;
      const above = y > 0 ? v128.load(wide + at - stride) : none;
      const below = y < height - 1 ? v128.load(wide + at + stride) : none;
      const grain = f32x4.add(v128.load(wide + at), f32x4.mul(taps, f32x4.add(above, below)));
      const value = v128.load(field + at);
      const light = f32x4.mul(f32x4.sub(value, f32x4.splat(black)), f32x4.splat(1 / shade));
      const lit = f32x4.pmin(f32x4.splat(1), f32x4.pmax(none, light));
      const sum = f32x4.add(value, f32x4.mul(f32x4.mul(lit, f32x4.splat(scale)), grain));
      storeUpTo(to + at, sum, width - x);
    }
  }
}
