/** Fractions between two samples for which there are weights. */
const PHASES = 256;

/** Displacements smaller than this, in samples, leave a sample as it is: it stays exact, and time is saved. */
const STILL: f32 = 0.02;

/**
 * Takes each sample of a plane of whole pixels from the source, displaced by a map with a cell for each, by Lanczos-3. The
 * new box lies `off` pixels from the source's. `weights` holds eight to a fraction, the last two zero; `lanes` has room for
 * twelve numbers. Edges are held.
 */
export function warpSharp(
  source: usize,
  width: i32,
  height: i32,
  dx: usize,
  dy: usize,
  to: usize,
  columns: i32,
  rows: i32,
  offX: f32,
  offY: f32,
  weights: usize,
  lanes: usize,
): void {
  const stride = (<usize>width) << 2;
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x += 4) {
      const cell = (<usize>(y * columns + x)) << 2;
      const u = f32x4.add(v128.load(dx + cell), f32x4.splat(offX));
      const v = f32x4.add(v128.load(dy + cell), f32x4.splat(offY));
      const left = i32x4.add(whole(u), i32x4.add(i32x4.splat(x - 2), i32x4(0, 1, 2, 3)));
      const top = i32x4.add(whole(v), i32x4.splat(y - 2));
      const apart = v128.or(outside(left, width), outside(top, height));
      if (v128.any_true(v128.or(apart, still(u, v))) || columns - x < 4) {
        const end = min(4, columns - x);
        for (let k = 0; k < end; k++) {
          const at = cell + ((<usize>k) << 2);
          store<f32>(
            to + at,
            sharpAt(
              source,
              width,
              height,
              x + k,
              y,
              load<f32>(dx + at) + offX,
              load<f32>(dy + at) + offY,
              weights,
            ),
          );
        }
        continue;
      }
      v128.store(lanes, i32x4.shl(i32x4.add(i32x4.mul(top, i32x4.splat(width)), left), 2));
      v128.store(lanes, i32x4.shl(phase(u), 5), 16);
      v128.store(lanes, i32x4.shl(phase(v), 5), 32);
      for (let k: usize = 0; k < 16; k += 4) {
        const start = source + load<i32>(lanes + k);
        const across = weights + load<i32>(lanes + k, 16);
        const down = weights + load<i32>(lanes + k, 32);
        store<f32>(to + cell + k, sharpInside(start, stride, across, down));
      }
    }
  }
}

function whole(u: v128): v128 {
  return i32x4.trunc_sat_f32x4_s(f32x4.floor(u));
}

/** Where six samples from `first` on are not all there. */
function outside(first: v128, length: i32): v128 {
  return v128.or(i32x4.lt_s(first, i32x4.splat(0)), i32x4.gt_s(first, i32x4.splat(length - 6)));
}

/** Where a sample is taken from so near another that it stays what that is. */
function still(u: v128, v: v128): v128 {
  const limit = f32x4.splat(STILL);
  const nearX = f32x4.abs(f32x4.sub(u, f32x4.nearest(u)));
  const nearY = f32x4.abs(f32x4.sub(v, f32x4.nearest(v)));
  return v128.and(f32x4.lt(nearX, limit), f32x4.lt(nearY, limit));
}

function phase(u: v128): v128 {
  const fraction = f32x4.sub(u, f32x4.floor(u));
  return i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(fraction, f32x4.splat(<f32>PHASES))));
}

/** One sample, displaced by (u, v) from (x, y). */
function sharpAt(
  source: usize,
  width: i32,
  height: i32,
  x: i32,
  y: i32,
  u: f32,
  v: f32,
  weights: usize,
): f32 {
  if (abs(u - nearest(u)) < STILL && abs(v - nearest(v)) < STILL) {
    const at = held(y + <i32>nearest(v), height) * width + held(x + <i32>nearest(u), width);
    return load<f32>(source + ((<usize>at) << 2));
  }
  const left = x + <i32>floor(u) - 2;
  const top = y + <i32>floor(v) - 2;
  const across = weights + (phaseOf(u - floor(u)) << 5);
  const down = weights + (phaseOf(v - floor(v)) << 5);
  const inside = left >= 0 && top >= 0 && left + 5 < width && top + 5 < height;
  return inside
    ? sharpInside(source + ((top * width + left) << 2), (<usize>width) << 2, across, down)
    : sharpEdge(source, width, height, left, top, across, down);
}

function phaseOf(fraction: f32): i32 {
  return <i32>nearest(fraction * <f32>PHASES);
}

/** Six rows are weighed first, four and two samples at once; the columns' weights then need to be applied only once. */
function sharpInside(start: usize, stride: usize, across: usize, down: usize): f32 {
  let four = f32x4.splat(0);
  let two = f32x4.splat(0);
  let row = start;
  for (let j: usize = 0; j < 24; j += 4, row += stride) {
    const weight = v128.load32_splat(down + j);
    four = f32x4.add(four, f32x4.mul(weight, v128.load(row)));
    two = f32x4.add(two, f32x4.mul(weight, v128.load64_zero(row, 16)));
  }
  const sum = f32x4.add(f32x4.mul(four, v128.load(across)), f32x4.mul(two, v128.load(across, 16)));
  const half = f32x4.add(sum, v128.shuffle<f32>(sum, sum, 2, 3, 2, 3));
  return f32x4.extract_lane(half, 0) + f32x4.extract_lane(half, 1);
}

function sharpEdge(
  source: usize,
  width: i32,
  height: i32,
  left: i32,
  top: i32,
  across: usize,
  down: usize,
): f32 {
  let sum: f32 = 0;
  for (let j = 0; j < 6; j++) {
    const row = held(top + j, height) * width;
    let line: f32 = 0;
    for (let i = 0; i < 6; i++) {
      const sample = load<f32>(source + ((<usize>(row + held(left + i, width))) << 2));
      line += load<f32>(across + ((<usize>i) << 2)) * sample;
    }
    sum += load<f32>(down + ((<usize>j) << 2)) * line;
  }
  return sum;
}

/**
 * The same by bilinear interpolation for a plane whose samples cover `step` pixels of the map: enough for chroma, which is
 * stored coarser anyway.
 */
export function warpSmooth(
  source: usize,
  width: i32,
  height: i32,
  dx: usize,
  dy: usize,
  mapWidth: i32,
  mapHeight: i32,
  to: usize,
  columns: i32,
  rows: i32,
  stepX: i32,
  stepY: i32,
  offX: f32,
  offY: f32,
): void {
  const perX: f32 = 1 / <f32>stepX;
  const perY: f32 = 1 / <f32>stepY;
  let out = to;
  for (let y = 0; y < rows; y++) {
    const mapRow = min(mapHeight - 1, y * stepY + (stepY >> 1)) * mapWidth;
    for (let x = 0; x < columns; x++, out += 4) {
      const cell = (<usize>(mapRow + min(mapWidth - 1, x * stepX + (stepX >> 1)))) << 2;
      const u = perX * (load<f32>(dx + cell) + offX);
      const v = perY * (load<f32>(dy + cell) + offY);
      const x0 = floor(u);
      const y0 = floor(v);
      const left = x + <i32>x0;
      const top = y + <i32>y0;
      const value =
        left >= 0 && top >= 0 && left + 1 < width && top + 1 < height
          ? smoothInside(source + ((<usize>(top * width + left)) << 2), (<usize>width) << 2, u - x0, v - y0)
          : smoothEdge(source, width, height, left, top, u - x0, v - y0);
      store<f32>(out, value);
    }
  }
}

function smoothInside(at: usize, stride: usize, shareX: f32, shareY: f32): f32 {
  const upper = load<f32>(at) + shareX * (load<f32>(at, 4) - load<f32>(at));
  const lower = load<f32>(at + stride) + shareX * (load<f32>(at + stride, 4) - load<f32>(at + stride));
  return upper + shareY * (lower - upper);
}

function smoothEdge(source: usize, width: i32, height: i32, x: i32, y: i32, shareX: f32, shareY: f32): f32 {
  const left = (<usize>held(x, width)) << 2;
  const right = (<usize>held(x + 1, width)) << 2;
  const above = source + ((<usize>(held(y, height) * width)) << 2);
  const below = source + ((<usize>(held(y + 1, height) * width)) << 2);
  const upper = load<f32>(above + left) + shareX * (load<f32>(above + right) - load<f32>(above + left));
  const lower = load<f32>(below + left) + shareX * (load<f32>(below + right) - load<f32>(below + left));
  return upper + shareY * (lower - upper);
}

function held(i: i32, length: i32): i32 {
  return min(max(i, 0), length - 1);
}
