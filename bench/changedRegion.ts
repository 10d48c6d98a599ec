import type { Box } from '@mondwerk/film';

/** A picture's brightness, row by row. */
export interface Luma {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** How deep each pixel of a box lies inside the region that was changed, in pixels; 0 outside of it. */
export interface ChangedRegion {
  readonly box: Box;
  readonly depth: Float32Array;
}

/** Coding changes single samples by more than this, but not all of a neighbourhood one way. */
const SEEN = 2;

/** Finds the one piece in which a picture was made another, with the holes inside it; the neighbourhood is 2 × `radius` + 1 wide. */
export function changedRegion(before: Luma, after: Luma, box: Box, radius: number): ChangedRegion {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const change = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (box.top + y) * before.width + box.left;
    for (let x = 0; x < width; x++) change[y * width + x] = after.data[from + x] - before.data[from + x];
  }
  const smooth = boxBlur(boxBlur(change, width, height, radius), width, height, radius);
  const same = Uint8Array.from(smooth, (value) => (Math.abs(value) > SEEN ? 0 : 1));
  const filled = new Uint8Array(same.length).fill(1);
  for (const at of takePiece(same, width, borderOf(width, height))) filled[at] = 0;
  return { box, depth: depthIn(largestOf(filled, width), width, height) };
}

/** The mean over squares: once along rows and once along columns. */
function boxBlur(values: Float32Array, width: number, height: number, radius: number): Float32Array {
  const along = (from: Float32Array, count: number, step: number, lines: number, next: number) => {
    const out = new Float32Array(from.length);
    for (let line = 0; line < lines; line++) {
      let [sum, held] = [0, 0];
      for (let at = -radius; at < count; at++) {
        if (at + radius < count) [sum, held] = [sum + from[line * next + (at + radius) * step], held + 1];
        if (at - radius - 1 >= 0)
          [sum, held] = [sum - from[line * next + (at - radius - 1) * step], held - 1];
        if (at >= 0) out[line * next + at * step] = sum / held;
      }
    }
    return out;
  };
  return along(along(values, width, 1, height, width), height, width, width, 1);
}

function borderOf(width: number, height: number): number[] {
  const columns = Array.from({ length: width }, (_, x) => [x, (height - 1) * width + x]);
  const rows = Array.from({ length: height }, (_, y) => [y * width, y * width + width - 1]);
  return [...columns, ...rows].flat();
}

/** Takes all cells that are 1 and joined to a seed by such cells out of `cells`, and returns their numbers. */
function takePiece(cells: Uint8Array, width: number, seeds: readonly number[]): number[] {
  const taken: number[] = [];
  const take = (at: number): void => {
    if (cells[at] !== 1) return;
    cells[at] = 0;
    taken.push(at);
  };
  seeds.forEach(take);
  for (let next = 0; next < taken.length; next++) {
    const at = taken[next];
    const x = at % width;
    if (x > 0) take(at - 1);
    if (x + 1 < width) take(at + 1);
    take(at - width);
    take(at + width);
  }
  return taken;
}

/** The largest piece of cells that are 1, by itself. */
function largestOf(cells: Uint8Array, width: number): Uint8Array {
  const left = cells.slice();
  let largest: readonly number[] = [];
  for (let seed = left.indexOf(1); seed >= 0; seed = left.indexOf(1, seed)) {
    const piece = takePiece(left, width, [seed]);
    if (piece.length > largest.length) largest = piece;
  }
  const alone = new Uint8Array(cells.length);
  for (const at of largest) alone[at] = 1;
  return alone;
}

/** Distances to the nearest cell outside, by steps of 1 and of a square's diagonal (Borgefors, 1986). */
function depthIn(region: Uint8Array, width: number, height: number): Float32Array {
  const depth = Float32Array.from(region, (value) => (value === 1 ? Infinity : 0));
  const at = (x: number, y: number): number =>
    x < 0 || y < 0 || x >= width || y >= height ? 0 : depth[y * width + x];
  const pass = (x: number, y: number, way: 1 | -1): void => {
    const nearest = Math.min(
      at(x - way, y) + 1,
      at(x, y - way) + 1,
      at(x - way, y - way) + Math.SQRT2,
      at(x + way, y - way) + Math.SQRT2,
    );
    if (nearest < depth[y * width + x]) depth[y * width + x] = nearest;
  };
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) pass(x, y, 1);
  for (let y = height - 1; y >= 0; y--) for (let x = width - 1; x >= 0; x--) pass(x, y, -1);
  return depth;
}
