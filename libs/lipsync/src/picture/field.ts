import type { Plane } from '@mondwerk/film';

/** One plane of real numbers, row by row; samples are on the scale 0..255 whatever the film's bit depth. */
export interface Field {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** A field of zeros. */
export const blankField = (width: number, height: number): Field => ({
  width,
  height,
  data: new Float32Array(width * height),
});

/** Reads a plane of `bitDepth` bits as a field on the 0..255 scale, without loss. */
export function fieldOf(plane: Plane, bitDepth: number): Field {
  const scale = 1 / 2 ** (bitDepth - 8);
  const out = blankField(plane.width, plane.height);
  for (let i = 0; i < out.data.length; i++) out.data[i] = plane.data[i] * scale;
  return out;
}

/** Rounds a field into a plane of `bitDepth` bits, clamped to what the depth can hold. */
export function planeOf(field: Field, bitDepth: number): Plane {
  const scale = 2 ** (bitDepth - 8);
  const top = 2 ** bitDepth - 1;
  const data = bitDepth > 8 ? new Uint16Array(field.data.length) : new Uint8Array(field.data.length);
  for (let i = 0; i < data.length; i++) {
    const value = field.data[i] * scale + 0.5;
    data[i] = value < 0 ? 0 : value > top ? top : value;
  }
  return { width: field.width, height: field.height, data };
}

/** Averages a field into `width` × `height` cells (fewer than it has, or as many). */
export function shrink(field: Field, width: number, height: number): Field {
  const out = blankField(width, height);
  for (let y = 0; y < height; y++) {
    const top = Math.floor((y * field.height) / height);
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * field.height) / height));
    for (let x = 0; x < width; x++) {
      const left = Math.floor((x * field.width) / width);
      const right = Math.max(left + 1, Math.floor(((x + 1) * field.width) / width));
      let sum = 0;
      for (let v = top; v < bottom; v++) {
        for (let u = left, at = v * field.width + left; u < right; u++, at++) sum += field.data[at];
      }
      out.data[y * width + x] = sum / ((bottom - top) * (right - left));
    }
  }
  return out;
}

/** Enlarges a field to `width` × `height` by bilinear interpolation between cell centres. */
export function enlarge(field: Field, width: number, height: number): Field {
  const out = blankField(width, height);
  const columns = taps(field.width, width);
  const rows = taps(field.height, height);
  for (let y = 0; y < height; y++) {
    const above = rows.first[y] * field.width;
    const below = rows.second[y] * field.width;
    const fy = rows.weight[y];
    for (let x = 0; x < width; x++) {
      const a = columns.first[x];
      const b = columns.second[x];
      const fx = columns.weight[x];
      const upper = field.data[above + a] + fx * (field.data[above + b] - field.data[above + a]);
      const lower = field.data[below + a] + fx * (field.data[below + b] - field.data[below + a]);
      out.data[y * width + x] = upper + fy * (lower - upper);
    }
  }
  return out;
}

function taps(from: number, to: number): { first: Int32Array; second: Int32Array; weight: Float32Array } {
  const first = new Int32Array(to);
  const second = new Int32Array(to);
  const weight = new Float32Array(to);
  for (let i = 0; i < to; i++) {
    const at = Math.min(from - 1, Math.max(0, ((i + 0.5) * from) / to - 0.5));
    first[i] = Math.floor(at);
    second[i] = Math.min(from - 1, first[i] + 1);
    weight[i] = at - first[i];
  }
  return { first, second, weight };
}

/** Blurs a field by about a Gaussian of `sigma` cells: three box blurs in each direction, edges held. */
export function blur(field: Field, sigma: number): Field {
  const radius = Math.round(Math.sqrt((12 * sigma * sigma) / 3 + 1) / 2 - 0.5);
  if (radius < 1) return field;
  let out = field;
  for (let pass = 0; pass < 3; pass++) out = boxColumns(boxRows(out, radius), radius);
  return out;
}

function boxRows(field: Field, radius: number): Field {
  const out = blankField(field.width, field.height);
  for (let y = 0; y < field.height; y++) boxLine(field, out, y * field.width, 1, field.width, radius);
  return out;
}

function boxColumns(field: Field, radius: number): Field {
  const out = blankField(field.width, field.height);
  for (let x = 0; x < field.width; x++) boxLine(field, out, x, field.width, field.height, radius);
  return out;
}

function boxLine(from: Field, to: Field, start: number, step: number, count: number, radius: number): void {
  const { data } = from;
  const end = start + (count - 1) * step;
  const scale = 1 / (2 * radius + 1);
  let sum = data[start] * (radius + 1);
  for (let i = 1, at = start + step; i <= radius; i++, at += step) sum += data[at < end ? at : end];
  let enters = start + (radius + 1) * step;
  let leaves = start - radius * step;
  for (let at = start; at <= end; at += step, enters += step, leaves += step) {
    to.data[at] = sum * scale;
    sum += data[enters < end ? enters : end] - data[leaves > start ? leaves : start];
  }
}

/** A new field made cell by cell from one or two of the same size. */
export function combine(a: Field, b: Field, of: (a: number, b: number) => number): Field {
  const out = blankField(a.width, a.height);
  for (let i = 0; i < out.data.length; i++) out.data[i] = of(a.data[i], b.data[i]);
  return out;
}

/** Copies the part of a field that begins at (left, top). */
export function part(field: Field, left: number, top: number, width: number, height: number): Field {
  const out = blankField(width, height);
  for (let y = 0; y < height; y++) {
    const from = (top + y) * field.width + left;
    out.data.set(field.data.subarray(from, from + width), y * width);
  }
  return out;
}

/** A field in which `piece` stands at (left, top). */
export function withPart(field: Field, piece: Field, left: number, top: number): Field {
  const out = { ...field, data: field.data.slice() };
  for (let y = 0; y < piece.height; y++) {
    out.data.set(piece.data.subarray(y * piece.width, (y + 1) * piece.width), (top + y) * field.width + left);
  }
  return out;
}
