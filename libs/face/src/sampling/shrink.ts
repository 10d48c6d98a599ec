import type { Box, Plane } from '@mondwerk/film';

/** Part of a plane at a whole fraction of its size; `left` and `top` count shrunk samples from the plane's corner. */
export interface Shrunk {
  readonly data: Float32Array;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Averages blocks of `stepX` × `stepY` samples over the part of a plane that touches `box` (in samples of the
 * plane). Blocks on the right and bottom edge average what there is. Steps of 1 copy: later loops run twice as fast
 * on one kind of numbers. The samples are only good until the next call: all calls share their memory.
 */
export function shrink(plane: Plane, box: Box, stepX: number, stepY: number): Shrunk {
  const left = Math.floor(clamp(box.left, 0, plane.width - 1) / stepX);
  const top = Math.floor(clamp(box.top, 0, plane.height - 1) / stepY);
  const right = Math.floor(clamp(box.right, 0, plane.width - 1) / stepX) + 1;
  const bottom = Math.floor(clamp(box.bottom, 0, plane.height - 1) / stepY) + 1;
  const width = right - left;
  const data = (samples = roomFor(samples, width * (bottom - top), Float32Array)).subarray(
    0,
    width * (bottom - top),
  );
  const shrunk = { data, left, top, width, height: bottom - top };
  if (stepX === 1 && stepY === 1) {
    for (let y = top; y < bottom; y++) {
      data.set(plane.data.subarray(y * plane.width + left, y * plane.width + right), (y - top) * width);
    }
    return shrunk;
  }
  const from = left * stepX;
  const wide = Math.min(right * stepX, plane.width) - from;
  const columns = (sums = roomFor(sums, wide, Int32Array)).subarray(0, wide);
  for (let row = top; row < bottom; row++) {
    const rows = sumRows(plane, from, row * stepY, Math.min((row + 1) * stepY, plane.height), columns);
    averageColumns(columns, stepX, rows, data, (row - top) * width);
  }
  return shrunk;
}

let samples = new Float32Array();
let sums = new Int32Array();

function roomFor<T extends Float32Array | Int32Array>(
  memory: T,
  length: number,
  Numbers: new (length: number) => T,
): T {
  return memory.length < length ? new Numbers(length) : memory;
}

/** Adds up rows `top` to `bottom` column by column; returns how many they were. */
function sumRows(
  { data, width }: Plane,
  left: number,
  top: number,
  bottom: number,
  columns: Int32Array,
): number {
  columns.fill(0);
  for (let y = top; y < bottom; y++) {
    const start = y * width + left;
    for (let x = 0; x < columns.length; x++) columns[x] += data[start + x];
  }
  return bottom - top;
}

function averageColumns(
  columns: Int32Array,
  step: number,
  rows: number,
  into: Float32Array,
  at: number,
): void {
  let target = at;
  for (let start = 0; start < columns.length; start += step) {
    const end = Math.min(start + step, columns.length);
    let sum = 0;
    for (let x = start; x < end; x++) sum += columns[x];
    into[target++] = sum / ((end - start) * rows);
  }
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));
