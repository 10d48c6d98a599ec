import { blankField, type Field } from '@mondwerk/compositing';
import type { Affine } from './affine.ts';

/** How a value between cells is found: as networks saw their pictures, or sharper. */
export type Between = 'linear' | 'cubic';

/** At most so many samples are taken along a cell’s side. */
const MOST = 16;

/**
 * A field on another grid of `width` × `height` cells. `map` leads from that grid to the field’s, the middle of the first cell at
 * (0.5, 0.5) in both. Where cells of the new grid are larger, what they cover is averaged; edges are held.
 */
export function regrid(field: Field, map: Affine, width: number, height: number, between: Between): Field {
  const [a, b, c, d, e, f] = map;
  const across = samplesFor(Math.hypot(a, d));
  const down = samplesFor(Math.hypot(b, e));
  const at = between === 'linear' ? linear : cubic;
  const out = blankField(width, height);
  const share = 1 / (across * down);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let j = 0; j < down; j++) {
        const v = y + (j + 0.5) / down;
        for (let i = 0; i < across; i++) {
          const u = x + (i + 0.5) / across;
          sum += at(field, a * u + b * v + c - 0.5, d * u + e * v + f - 0.5);
        }
      }
      out.data[y * width + x] = sum * share;
    }
  }
  return out;
}

const samplesFor = (step: number): number => Math.min(MOST, Math.max(1, Math.ceil(step - 1e-6)));

function linear({ width, height, data }: Field, x: number, y: number): number {
  const column = held(x, width);
  const row = held(y, height);
  const left = Math.floor(column);
  const top = Math.floor(row);
  const right = Math.min(width - 1, left + 1);
  const foot = Math.min(height - 1, top + 1);
  const p = column - left;
  const q = row - top;
  const upper = data[top * width + left] * (1 - p) + data[top * width + right] * p;
  const lower = data[foot * width + left] * (1 - p) + data[foot * width + right] * p;
  return upper * (1 - q) + lower * q;
}

/** Catmull & Rom’s cubic. */
function cubic({ width, height, data }: Field, x: number, y: number): number {
  const column = held(x, width);
  const row = held(y, height);
  const left = Math.floor(column);
  const top = Math.floor(row);
  const p = column - left;
  const first = cell(left - 1, width);
  const third = cell(left + 1, width);
  const fourth = cell(left + 2, width);
  let sum = 0;
  for (let j = 0; j < 4; j++) {
    const line = cell(top + j - 1, height) * width;
    const along = spline(p, data[line + first], data[line + left], data[line + third], data[line + fourth]);
    sum += along * weightOf(j, row - top);
  }
  return sum;
}

const spline = (t: number, a: number, b: number, c: number, d: number): number =>
  b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));

/** How much the `j`th of four rows counts. */
function weightOf(j: number, t: number): number {
  if (j === 0) return 0.5 * t * (-1 + t * (2 - t));
  if (j === 1) return 1 + 0.5 * t * t * (-5 + 3 * t);
  if (j === 2) return 0.5 * t * (1 + t * (4 - 3 * t));
  return 0.5 * t * t * (t - 1);
}

const held = (at: number, length: number): number => Math.min(length - 1, Math.max(0, at));

const cell = (at: number, length: number): number => (at < 0 ? 0 : at >= length ? length - 1 : at);
