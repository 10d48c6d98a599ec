/**
 * Fills a square of `size` × `size` from a grid by bilinear interpolation, `(sample - black) · gain + base`. Its first sample
 * lies at (x, y), the next of a row (dx, dy) further, the next row's (rowX, rowY) further. What is beyond the edges is left;
 * between the outermost samples and the edges those go on.
 */
export function interpolate(
  grid: usize,
  width: i32,
  height: i32,
  to: usize,
  size: i32,
  x: f32,
  y: f32,
  dx: f32,
  dy: f32,
  rowX: f32,
  rowY: f32,
  left: f32,
  top: f32,
  right: f32,
  bottom: f32,
  black: f32,
  gain: f32,
  base: f32,
): void {
  const lastX = f32x4.splat(<f32>(width - 1));
  const lastY = f32x4.splat(<f32>(height - 1));
  const zero = f32x4.splat(0);
  const steps = f32x4(0, 1, 2, 3);
  for (let row = 0; row < size; row++) {
    const startX = x + <f32>row * rowX;
    const startY = y + <f32>row * rowY;
    for (let column = 0; column < size; column += 4) {
      const along = f32x4.add(f32x4.splat(<f32>column), steps);
      const xs = f32x4.add(f32x4.splat(startX), f32x4.mul(along, f32x4.splat(dx)));
      const ys = f32x4.add(f32x4.splat(startY), f32x4.mul(along, f32x4.splat(dy)));
      const target = to + ((row * size + column) << 2);
      const inX = v128.and(f32x4.ge(xs, zero), f32x4.lt(xs, lastX));
      const inY = v128.and(f32x4.ge(ys, zero), f32x4.lt(ys, lastY));
      if (column + 4 <= size && i32x4.all_true(v128.and(inX, inY))) {
        const levels = f32x4.sub(between(grid, width, xs, ys), f32x4.splat(black));
        v128.store(target, f32x4.add(f32x4.mul(levels, f32x4.splat(gain)), f32x4.splat(base)));
        continue;
      }
      const count = min(4, size - column);
      for (let i = 0; i < count; i++) {
        const px = startX + <f32>(column + i) * dx;
        const py = startY + <f32>(column + i) * dy;
        if (px <= left || py <= top || px >= right || py >= bottom) continue;
        store<f32>(target + (i << 2), (atEdge(grid, width, height, px, py) - black) * gain + base);
      }
    }
  }
}

/** Four places at once, all with four samples round them. */
function between(grid: usize, width: i32, xs: v128, ys: v128): v128 {
  const columns = i32x4.trunc_sat_f32x4_s(xs);
  const rows = i32x4.trunc_sat_f32x4_s(ys);
  const fx = f32x4.sub(xs, f32x4.convert_i32x4_s(columns));
  const fy = f32x4.sub(ys, f32x4.convert_i32x4_s(rows));
  const places = i32x4.shl(i32x4.add(i32x4.mul(rows, i32x4.splat(width)), columns), 2);
  const a = grid + i32x4.extract_lane(places, 0);
  const b = grid + i32x4.extract_lane(places, 1);
  const c = grid + i32x4.extract_lane(places, 2);
  const d = grid + i32x4.extract_lane(places, 3);
  const upper = mixed(a, b, c, d, fx);
  const down = width << 2;
  const lower = mixed(a + down, b + down, c + down, d + down, fx);
  return f32x4.add(upper, f32x4.mul(f32x4.sub(lower, upper), fy));
}

/** Each of four places mixed with its right neighbour. */
function mixed(a: usize, b: usize, c: usize, d: usize, share: v128): v128 {
  const first = v128.load64_lane(b, v128.load64_zero(a), 1);
  const second = v128.load64_lane(d, v128.load64_zero(c), 1);
  const left = v128.shuffle<i32>(first, second, 0, 2, 4, 6);
  const right = v128.shuffle<i32>(first, second, 1, 3, 5, 7);
  return f32x4.add(left, f32x4.mul(f32x4.sub(right, left), share));
}

/** Bilinear interpolation where the outermost samples go on for ever. */
function atEdge(grid: usize, width: i32, height: i32, x: f32, y: f32): f32 {
  const px = max<f32>(0, min<f32>(x, <f32>(width - 1)));
  const py = max<f32>(0, min<f32>(y, <f32>(height - 1)));
  const x0 = <i32>px;
  const y0 = <i32>py;
  const x1 = min(x0 + 1, width - 1);
  const y1 = min(y0 + 1, height - 1);
  const fx = px - <f32>x0;
  const upper = mix(cell(grid, y0 * width + x0), cell(grid, y0 * width + x1), fx);
  const lower = mix(cell(grid, y1 * width + x0), cell(grid, y1 * width + x1), fx);
  return mix(upper, lower, py - <f32>y0);
}

function cell(grid: usize, index: i32): f32 {
  return load<f32>(grid + (index << 2));
}

function mix(a: f32, b: f32, share: f32): f32 {
  return a + (b - a) * share;
}
