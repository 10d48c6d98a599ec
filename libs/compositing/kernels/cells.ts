/** a + factor · b, cell by cell. */
export function plusTimes(a: usize, b: usize, factor: f32, out: usize, count: i32): void {
  const factors = f32x4.splat(factor);
  let i: usize = 0;
  const end = (<usize>count) << 2;
  for (; i + 16 <= end; i += 16) {
    v128.store(out + i, f32x4.add(v128.load(a + i), f32x4.mul(v128.load(b + i), factors)));
  }
  for (; i < end; i += 4) store<f32>(out + i, load<f32>(a + i) + load<f32>(b + i) * factor);
}

/** a · b, cell by cell. */
export function times(a: usize, b: usize, out: usize, count: i32): void {
  let i: usize = 0;
  const end = (<usize>count) << 2;
  for (; i + 16 <= end; i += 16) v128.store(out + i, f32x4.mul(v128.load(a + i), v128.load(b + i)));
  for (; i < end; i += 4) store<f32>(out + i, load<f32>(a + i) * load<f32>(b + i));
}

/** `over` laid on `under`: nothing at the edge, `strength` from `border` cells inside, an S-curve between. */
export function settle(
  under: usize,
  over: usize,
  out: usize,
  width: i32,
  height: i32,
  border: f32,
  strength: f32,
): void {
  const whole = f32x4.splat(strength);
  const inner = <i32>ceil(border);
  for (let y = 0; y < height; y++) {
    const fromEdge = min(y, height - 1 - y);
    for (let x = 0; x < width; x += 4) {
      const at = (<usize>(y * width + x)) << 2;
      const inside = fromEdge >= inner && x >= inner && x + 3 <= width - 1 - inner;
      const weight = inside ? whole : f32x4.mul(whole, weightAt(x, fromEdge, width, border));
      const below = v128.load(under + at);
      const mixed = f32x4.add(below, f32x4.mul(weight, f32x4.sub(v128.load(over + at), below)));
      storeUpTo(out + at, mixed, width - x);
    }
  }
}

function weightAt(x: i32, fromEdge: i32, width: i32, border: f32): v128 {
  const fromLeft = f32x4.add(f32x4.splat(<f32>x), f32x4(0, 1, 2, 3));
  const fromRight = f32x4.sub(f32x4.splat(<f32>(width - 1)), fromLeft);
  const near = f32x4.pmin(f32x4.pmin(fromLeft, fromRight), f32x4.splat(<f32>fromEdge));
  return smoothStep(f32x4.div(near, f32x4.splat(border)));
}

/** 0 below 0, 1 above 1, an S-curve between. */
export function smoothStep(t: v128): v128 {
  const c = f32x4.pmin(f32x4.splat(1), f32x4.pmax(f32x4.splat(0), t));
  return f32x4.mul(f32x4.mul(c, c), f32x4.sub(f32x4.splat(3), f32x4.add(c, c)));
}

/** Stores the first `count` of four cells, all four when there is room for more. */
export function storeUpTo(to: usize, cells: v128, count: i32): void {
  if (count >= 4) {
    v128.store(to, cells);
    return;
  }
  store<f32>(to, f32x4.extract_lane(cells, 0));
  if (count > 1) store<f32>(to + 4, f32x4.extract_lane(cells, 1));
  if (count > 2) store<f32>(to + 8, f32x4.extract_lane(cells, 2));
}

/** All bits set in the first `count` of four cells. */
export function among(count: i32): v128 {
  return i32x4.gt_s(i32x4.splat(count), i32x4(0, 1, 2, 3));
}
