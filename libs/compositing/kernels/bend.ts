import { storeUpTo } from './cells';

/**
 * Evaluates a thin plate on a grid of nodes: node (i, j) lies at (left + i · pitch, top + j · pitch). `points` holds for each
 * control point x, y and its two weights, and after them the two affine parts (constant, x, y). Each node gets (dx, dy).
 */
export function bendNodes(
  points: usize,
  count: i32,
  left: f32,
  top: f32,
  pitch: f32,
  columns: i32,
  rows: i32,
  nodes: usize,
): void {
  const affine = points + ((<usize>count) << 4);
  for (let j = 0; j < rows; j++) {
    const y = f32x4.splat(top + <f32>j * pitch);
    for (let i = 0; i < columns; i += 4) {
      const steps = f32x4.add(f32x4.splat(<f32>i), f32x4(0, 1, 2, 3));
      const x = f32x4.add(f32x4.splat(left), f32x4.mul(steps, f32x4.splat(pitch)));
      let dx = plane(affine, x, y);
      let dy = plane(affine + 12, x, y);
      for (let k = 0, at = points; k < count; k++, at += 16) {
        const u = f32x4.sub(x, v128.load32_splat(at));
        const v = f32x4.sub(y, v128.load32_splat(at + 4));
        const bent = bend(f32x4.add(f32x4.mul(u, u), f32x4.mul(v, v)));
        dx = f32x4.add(dx, f32x4.mul(bent, v128.load32_splat(at + 8)));
        dy = f32x4.add(dy, f32x4.mul(bent, v128.load32_splat(at + 12)));
      }
      const out = nodes + ((<usize>(j * columns + i)) << 3);
      storeUpTo(out, v128.shuffle<f32>(dx, dy, 0, 4, 1, 5), 2 * (columns - i));
      if (columns - i > 2) storeUpTo(out + 16, v128.shuffle<f32>(dx, dy, 2, 6, 3, 7), 2 * (columns - i) - 4);
    }
  }
}

function plane(affine: usize, x: v128, y: v128): v128 {
  const slopes = f32x4.add(
    f32x4.mul(v128.load32_splat(affine + 4), x),
    f32x4.mul(v128.load32_splat(affine + 8), y),
  );
  return f32x4.add(v128.load32_splat(affine), slopes);
}

/** s · ln s. With s = m · 2^e, m between 0.7 and 1.4, ln m is a series in (m − 1) / (m + 1) that ends at once. */
function bend(s: v128): v128 {
  const bits = i32x4.sub(s, i32x4.splat(0x3f350000));
  const exponent = i32x4.shr_s(bits, 23);
  const m = i32x4.sub(s, i32x4.shl(exponent, 23));
  const one = f32x4.splat(1);
  const z = f32x4.div(f32x4.sub(m, one), f32x4.add(m, one));
  const q = f32x4.mul(z, z);
  let series = f32x4.add(f32x4.splat(0.2), f32x4.mul(q, f32x4.splat(1 / 7)));
  series = f32x4.add(f32x4.splat(1 / 3), f32x4.mul(q, series));
  series = f32x4.add(one, f32x4.mul(q, series));
  const whole = f32x4.mul(f32x4.convert_i32x4_s(exponent), f32x4.splat(0.6931471805599453));
  return f32x4.mul(s, f32x4.add(whole, f32x4.mul(f32x4.add(z, z), series)));
}

/**
 * Interpolates nodes along rows by Catmull–Rom weights: pixel x lies (x + ½) / pitch nodes after the second one. Both axes
 * at once, each times `unit`, into two fields of `width` × `rows`.
 */
export function spreadAcross(
  nodes: usize,
  columns: i32,
  rows: i32,
  pitch: f64,
  unit: f32,
  width: i32,
  wideX: usize,
  wideY: usize,
): void {
  const stride = (<usize>columns) << 3;
  for (let x = 0; x < width; x++) {
    const at = (<f64>x + 0.5) / pitch;
    const first = floor(at);
    const weights = f32x4.mul(catmullRom(<f32>(at - first)), f32x4.splat(unit));
    const outer = v128.shuffle<f32>(weights, weights, 0, 0, 1, 1);
    const inner = v128.shuffle<f32>(weights, weights, 2, 2, 3, 3);
    let node = nodes + ((<usize>first) << 3);
    for (let j = 0, out = (<usize>x) << 2; j < rows; j++, node += stride, out += (<usize>width) << 2) {
      const pairs = f32x4.add(f32x4.mul(outer, v128.load(node)), f32x4.mul(inner, v128.load(node, 16)));
      store<f32>(wideX + out, f32x4.extract_lane(pairs, 0) + f32x4.extract_lane(pairs, 2));
      store<f32>(wideY + out, f32x4.extract_lane(pairs, 1) + f32x4.extract_lane(pairs, 3));
    }
  }
}

/** Interpolates rows of nodes downwards in the same way. */
export function spreadDown(wide: usize, pitch: f64, width: i32, height: i32, to: usize): void {
  const stride = (<usize>width) << 2;
  for (let y = 0; y < height; y++) {
    const at = (<f64>y + 0.5) / pitch;
    const first = floor(at);
    const weights = catmullRom(<f32>(at - first));
    const a = f32x4.splat(f32x4.extract_lane(weights, 0));
    const b = f32x4.splat(f32x4.extract_lane(weights, 1));
    const c = f32x4.splat(f32x4.extract_lane(weights, 2));
    const d = f32x4.splat(f32x4.extract_lane(weights, 3));
    const from = wide + <usize>first * stride;
    const out = to + <usize>y * stride;
    for (let x = 0; x < width; x += 4) {
      const k = from + ((<usize>x) << 2);
      const upper = f32x4.add(f32x4.mul(a, v128.load(k)), f32x4.mul(b, v128.load(k + stride)));
      const lower = f32x4.add(
        f32x4.mul(c, v128.load(k + 2 * stride)),
        f32x4.mul(d, v128.load(k + 3 * stride)),
      );
      storeUpTo(out + ((<usize>x) << 2), f32x4.add(upper, lower), width - x);
    }
  }
}

/** Catmull–Rom weights of the four neighbours at fraction `t` between the middle two. */
function catmullRom(t: f32): v128 {
  const t2 = t * t;
  const t3 = t2 * t;
  return f32x4.replace_lane(
    f32x4.replace_lane(
      f32x4.replace_lane(f32x4.splat(-0.5 * t3 + t2 - 0.5 * t), 1, 1.5 * t3 - 2.5 * t2 + 1),
      2,
      -1.5 * t3 + 2 * t2 + 0.5 * t,
    ),
    3,
    0.5 * t3 - 0.5 * t2,
  );
}
