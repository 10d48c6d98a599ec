/** Fractions between two samples for which there are weights. */
const PHASES = 256;

/** Displacements smaller than this, in samples, leave a sample as it is: it stays exact, and time is saved. */
const STILL = 0.02;

/**
 * Takes each sample from the source, displaced by a map, by Lanczos-3. The map has a cell for each pixel of the new box; a
 * sample covers `step` pixels, and the new box lies `off` pixels from the source's. `weights` holds eight to a fraction, the
 * last two zero. Edges are held.
 */
export function warpSharp(
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
  offX: f64,
  offY: f64,
  weights: usize,
): void {
  let out = to;
  for (let y = 0; y < rows; y++) {
    const mapRow = min(mapHeight - 1, y * stepY + (stepY >> 1)) * mapWidth;
    for (let x = 0; x < columns; x++, out += 4) {
      const cell = (<usize>(mapRow + min(mapWidth - 1, x * stepX + (stepX >> 1)))) << 2;
      const u = <f64>x + (offX + <f64>load<f32>(dx + cell)) / <f64>stepX;
      const v = <f64>y + (offY + <f64>load<f32>(dy + cell)) / <f64>stepY;
      store<f32>(out, sharpAt(source, width, height, u, v, weights));
    }
  }
}

function sharpAt(source: usize, width: i32, height: i32, u: f64, v: f64, weights: usize): f32 {
  const nearX = floor(u + 0.5);
  const nearY = floor(v + 0.5);
  if (abs(u - nearX) < STILL && abs(v - nearY) < STILL) {
    return load<f32>(source + ((<usize>(held(<i32>nearY, height) * width + held(<i32>nearX, width))) << 2));
  }
  const x0 = floor(u);
  const y0 = floor(v);
  const across = weights + ((<usize>phaseOf(u - x0)) << 5);
  const down = weights + ((<usize>phaseOf(v - y0)) << 5);
  const left = <i32>x0 - 2;
  const top = <i32>y0 - 2;
  const inside = left >= 0 && top >= 0 && left + 5 < width && top + 5 < height;
  return inside
    ? sharpInside(source + ((<usize>(top * width + left)) << 2), (<usize>width) << 2, across, down)
    : sharpEdge(source, width, height, left, top, across, down);
}

function phaseOf(fraction: f64): i32 {
  return min(PHASES, max(0, <i32>floor(fraction * PHASES + 0.5)));
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

/** The same by bilinear interpolation: enough for chroma that is stored coarser anyway. */
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
  offX: f64,
  offY: f64,
): void {
  let out = to;
  for (let y = 0; y < rows; y++) {
    const mapRow = min(mapHeight - 1, y * stepY + (stepY >> 1)) * mapWidth;
    for (let x = 0; x < columns; x++, out += 4) {
      const cell = (<usize>(mapRow + min(mapWidth - 1, x * stepX + (stepX >> 1)))) << 2;
      const u = <f64>x + (offX + <f64>load<f32>(dx + cell)) / <f64>stepX;
      const v = <f64>y + (offY + <f64>load<f32>(dy + cell)) / <f64>stepY;
      store<f32>(out, smoothAt(source, width, height, u, v));
    }
  }
}

function smoothAt(source: usize, width: i32, height: i32, u: f64, v: f64): f32 {
  const x0 = floor(u);
  const y0 = floor(v);
  const left = (<usize>held(<i32>x0, width)) << 2;
  const right = (<usize>held(<i32>x0 + 1, width)) << 2;
  const above = source + ((<usize>(held(<i32>y0, height) * width)) << 2);
  const below = source + ((<usize>(held(<i32>y0 + 1, height) * width)) << 2);
  const share = <f32>(u - x0);
  const upper = load<f32>(above + left) + share * (load<f32>(above + right) - load<f32>(above + left));
  const lower = load<f32>(below + left) + share * (load<f32>(below + right) - load<f32>(below + left));
  return upper + <f32>(v - y0) * (lower - upper);
}

function held(i: i32, length: i32): i32 {
  return min(max(i, 0), length - 1);
}
