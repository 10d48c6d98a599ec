/** Bytes as real numbers, each times `scale`. */
export function readBytes(from: usize, to: usize, count: i32, scale: f32): void {
  const factor = f32x4.splat(scale);
  let i = 0;
  for (; i + 8 <= count; i += 8) {
    const words = v128.load_ext<u8>(from + i);
    store4(to, i, factor, i32x4.extend_low_i16x8_u(words));
    store4(to, i + 4, factor, i32x4.extend_high_i16x8_u(words));
  }
  for (; i < count; i++) store<f32>(to + (i << 2), <f32>load<u8>(from + i) * scale);
}

/** Words of 16 bits as real numbers, each times `scale`. */
export function readWords(from: usize, to: usize, count: i32, scale: f32): void {
  const factor = f32x4.splat(scale);
  let i = 0;
  for (; i + 4 <= count; i += 4) store4(to, i, factor, v128.load_ext<u16>(from + (i << 1)));
  for (; i < count; i++) store<f32>(to + (i << 2), <f32>load<u16>(from + (i << 1)) * scale);
}

function store4(to: usize, i: i32, factor: v128, whole: v128): void {
  v128.store(to + (i << 2), f32x4.mul(f32x4.convert_i32x4_u(whole), factor));
}

/** Real numbers times `scale` as bytes, rounded and clamped. */
export function writeBytes(from: usize, to: usize, count: i32, scale: f32): void {
  let i = 0;
  for (; i + 8 <= count; i += 8) {
    const words = i16x8.narrow_i32x4_u(round4(from, i, scale), round4(from, i + 4, scale));
    v128.store64_lane(to + i, i8x16.narrow_i16x8_u(v128.min<u16>(words, i16x8.splat(255)), words), 0);
  }
  for (; i < count; i++) store<u8>(to + i, round1(from, i, scale, 255));
}

/** Real numbers times `scale` as words of 16 bits, rounded and clamped to what fits below and at `top`. */
export function writeWords(from: usize, to: usize, count: i32, scale: f32, top: i32): void {
  const most = i16x8.splat(<i16>top);
  let i = 0;
  for (; i + 8 <= count; i += 8) {
    const words = i16x8.narrow_i32x4_u(round4(from, i, scale), round4(from, i + 4, scale));
    v128.store(to + (i << 1), v128.min<u16>(words, most));
  }
  for (; i < count; i++) store<u16>(to + (i << 1), round1(from, i, scale, top));
}

function round4(from: usize, i: i32, scale: f32): v128 {
  const value = f32x4.mul(v128.load(from + (i << 2)), f32x4.splat(scale));
  return i32x4.trunc_sat_f32x4_s(f32x4.pmax(f32x4.add(value, f32x4.splat(0.5)), f32x4.splat(0)));
}

function round1(from: usize, i: i32, scale: f32, top: i32): i32 {
  const value = <i32>(load<f32>(from + (i << 2)) * scale + 0.5);
  return min(max(value, 0), top);
}
