import { smoothStep, storeUpTo } from './cells';

/**
 * How deep each cell lies inside a convex hull, as an S-curve from 0 at `from` to 1 at `from + reach`. Each edge is a line
 * (a, b, c): a cell at (x, y) lies x · a + y · b + c inside it, cells being one apart.
 */
export function feather(
  edges: usize,
  count: i32,
  width: i32,
  height: i32,
  from: f32,
  reach: f32,
  to: usize,
): void {
  for (let y = 0; y < height; y++) {
    const down = f32x4.splat(<f32>y + 0.5);
    for (let x = 0; x < width; x += 4) {
      const across = f32x4.add(f32x4.splat(<f32>x), f32x4(0.5, 1.5, 2.5, 3.5));
      let depth = f32x4.splat(f32.MAX_VALUE);
      for (let k = 0, at = edges; k < count; k++, at += 12) {
        const slope = f32x4.add(
          f32x4.mul(across, v128.load32_splat(at)),
          f32x4.mul(down, v128.load32_splat(at + 4)),
        );
        depth = f32x4.pmin(depth, f32x4.add(slope, v128.load32_splat(at + 8)));
      }
      const inside = f32x4.div(f32x4.sub(depth, f32x4.splat(from)), f32x4.splat(reach));
      storeUpTo(to + ((<usize>(y * width + x)) << 2), smoothStep(inside), width - x);
    }
  }
}
