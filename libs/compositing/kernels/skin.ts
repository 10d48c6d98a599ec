import { storeUpTo } from './cells';

/**
 * Luma of a face in another light: what lies above `black` times a gain, and of what is brighter than the face's slow luma
 * (`slow`, above black) only the gain's square root, because shine does not come from the skin.
 */
export function lightSkin(luma: usize, gain: usize, slow: usize, count: i32, black: f32, out: usize): void {
  const floor = f32x4.splat(black);
  const none = f32x4.splat(0);
  for (let i = 0; i < count; i += 4) {
    const at = (<usize>i) << 2;
    const value = f32x4.sub(v128.load(luma + at), floor);
    const gains = v128.load(gain + at);
    const shine = f32x4.pmax(none, f32x4.sub(value, v128.load(slow + at)));
    const less = f32x4.sub(f32x4.sqrt(gains), gains);
    const lit = f32x4.add(f32x4.mul(gains, value), f32x4.mul(less, shine));
    const kept = v128.bitselect(lit, value, f32x4.gt(value, none));
    storeUpTo(out + at, f32x4.add(floor, kept), count - i);
  }
}

/**
 * Both chroma planes of a face in another light: times a gain about grey, and shifted as far as a place has the skin's tone
 * (`toneB`, `toneR`: its chroma divided by its square) and is not darker than the face's slow luma.
 */
export function tintSkin(
  cb: usize,
  cr: usize,
  luma: usize,
  gain: usize,
  slow: usize,
  shiftB: usize,
  shiftR: usize,
  count: i32,
  black: f32,
  toneB: f32,
  toneR: f32,
  outB: usize,
  outR: usize,
): void {
  const grey = f32x4.splat(128);
  const none = f32x4.splat(0);
  const one = f32x4.splat(1);
  for (let i = 0; i < count; i += 4) {
    const at = (<usize>i) << 2;
    const b = f32x4.sub(v128.load(cb + at), grey);
    const r = f32x4.sub(v128.load(cr + at), grey);
    const gains = v128.load(gain + at);
    const tone = f32x4.add(f32x4.mul(b, f32x4.splat(toneB)), f32x4.mul(r, f32x4.splat(toneR)));
    const above = f32x4.sub(v128.load(luma + at), f32x4.splat(black));
    const bright = f32x4.div(above, f32x4.pmax(one, v128.load(slow + at)));
    const share = f32x4.mul(
      f32x4.pmin(one, f32x4.pmax(none, tone)),
      f32x4.pmin(one, f32x4.pmax(none, bright)),
    );
    const tintedB = f32x4.add(f32x4.mul(gains, b), f32x4.mul(share, v128.load(shiftB + at)));
    const tintedR = f32x4.add(f32x4.mul(gains, r), f32x4.mul(share, v128.load(shiftR + at)));
    storeUpTo(outB + at, f32x4.add(grey, tintedB), count - i);
    storeUpTo(outR + at, f32x4.add(grey, tintedR), count - i);
  }
}
