import { SILENCE, type Phone } from '@mondwerk/film';
import { FEATURES, gestureOf } from '@mondwerk/phonetics';

/** Seconds between two columns of the feature grid. */
const STEP = 0.01;

/** Standard deviation, in seconds, of the smoothing that stands for the lips' own inertia. */
const SMOOTHING = 0.045;

/** A diphthong or an affricate moves in the middle half of its time. */
const MOVES_FROM = 0.25;
const MOVES_FOR = 0.5;

/** What is looked at round an instant, in seconds: 280 ms back and ahead in steps of 40 ms. */
export const OFFSETS: readonly number[] = Array.from({ length: 15 }, (_, index) => (index - 7) * 0.04);

/** Numbers that describe the sounds round one instant. */
export const WINDOW_LENGTH = OFFSETS.length * FEATURES.length;

const MARGIN = 0.6;
const silent = gestureOf(SILENCE).start;

/**
 * Describes the sounds round each of some ascending instants: articulatory features on a 10 ms grid, smoothed, read
 * at `OFFSETS` from the instant. Row by row, `WINDOW_LENGTH` numbers each. Times without a phone count as silence.
 */
export function phoneWindows(phones: readonly Phone[], times: Float64Array): Float32Array {
  const windows = new Float32Array(times.length * WINDOW_LENGTH);
  if (times.length === 0) return windows;
  const start = times[0] - MARGIN;
  const columns = Math.ceil((times[times.length - 1] + MARGIN - start) / STEP);
  const grid = smooth(rasterise(phones, start, columns), columns);
  times.forEach((time, row) =>
    readWindow(grid, columns, (time - start) / STEP, windows, row * WINDOW_LENGTH),
  );
  return windows;
}

function rasterise(phones: readonly Phone[], start: number, columns: number): Float64Array {
  const count = FEATURES.length;
  const grid = new Float64Array(columns * count);
  for (let column = 0; column < columns; column++) grid.set(silent, column * count);
  for (const { ipa, span } of phones) {
    const first = Math.max(0, Math.round((span.start - start) / STEP));
    const last = Math.min(columns, Math.round((span.end - start) / STEP));
    if (last <= first) continue;
    const gesture = gestureOf(ipa);
    for (let column = first; column < last; column++) {
      const phase = (start + (column + 0.5) * STEP - span.start) / (span.end - span.start);
      const moved = Math.min(1, Math.max(0, (phase - MOVES_FROM) / MOVES_FOR));
      for (let feature = 0; feature < count; feature++) {
        grid[column * count + feature] = gesture.start[feature] * (1 - moved) + gesture.end[feature] * moved;
      }
    }
  }
  return grid;
}

function smooth(grid: Float64Array, columns: number): Float64Array {
  const count = FEATURES.length;
  const kernel = gaussian(SMOOTHING / STEP);
  const radius = (kernel.length - 1) / 2;
  const smoothed = new Float64Array(grid.length);
  for (let column = 0; column < columns; column++) {
    for (let tap = -radius; tap <= radius; tap++) {
      const from = Math.min(columns - 1, Math.max(0, column + tap)) * count;
      const weight = kernel[tap + radius];
      for (let feature = 0; feature < count; feature++) {
        smoothed[column * count + feature] += weight * grid[from + feature];
      }
    }
  }
  return smoothed;
}

function gaussian(sigma: number): Float64Array {
  const radius = Math.ceil(3 * sigma);
  const kernel = Float64Array.from({ length: 2 * radius + 1 }, (_, tap) =>
    Math.exp(-((tap - radius) ** 2) / (2 * sigma * sigma)),
  );
  const total = kernel.reduce((sum, weight) => sum + weight, 0);
  return kernel.map((weight) => weight / total);
}

function readWindow(
  grid: Float64Array,
  columns: number,
  at: number,
  windows: Float32Array,
  to: number,
): void {
  const count = FEATURES.length;
  OFFSETS.forEach((offset, index) => {
    const position = Math.min(columns - 1.001, Math.max(0, at + offset / STEP - 0.5));
    const column = Math.floor(position);
    const share = position - column;
    for (let feature = 0; feature < count; feature++) {
      const here = grid[column * count + feature];
      const next = grid[(column + 1) * count + feature];
      windows[to + index * count + feature] = here + share * (next - here);
    }
  });
}
