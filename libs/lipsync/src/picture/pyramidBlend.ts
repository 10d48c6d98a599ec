import { blankField, type Field } from './field.ts';

/**
 * Lays `over` on `under` inside a soft mask (0..1), each band of detail with a feather of its own width, so that
 * neither a seam nor a ghost shows (Burt & Adelson 1983). The pyramid is linear, so one of the difference is enough.
 */
export function pyramidBlend(under: Field, over: Field, mask: Field, levels: number): Field {
  const difference = blankField(under.width, under.height);
  for (let i = 0; i < difference.data.length; i++) difference.data[i] = over.data[i] - under.data[i];
  const blended = blendLevel(difference, mask, levels);
  for (let i = 0; i < blended.data.length; i++) blended.data[i] += under.data[i];
  return blended;
}

function blendLevel(difference: Field, mask: Field, levels: number): Field {
  if (levels === 0 || Math.min(difference.width, difference.height) < 8) return multiply(difference, mask);
  const coarse = halve(difference);
  const smooth = double(coarse, difference.width, difference.height);
  const below = double(blendLevel(coarse, halve(mask), levels - 1), difference.width, difference.height);
  for (let i = 0; i < below.data.length; i++) {
    below.data[i] += (difference.data[i] - smooth.data[i]) * mask.data[i];
  }
  return below;
}

function multiply(a: Field, b: Field): Field {
  const out = blankField(a.width, a.height);
  for (let i = 0; i < out.data.length; i++) out.data[i] = a.data[i] * b.data[i];
  return out;
}

/** Half the size, after a blur by (1 4 6 4 1)/16 each way; edges are mirrored. */
export function halve(field: Field): Field {
  const { width, height, data } = field;
  const w = (width + 1) >> 1;
  const h = (height + 1) >> 1;
  const narrow = new Float32Array(w * height);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < w; x++) {
      const c = 2 * x;
      narrow[y * w + x] =
        c >= 2 && c + 2 < width
          ? (data[row + c - 2] +
              data[row + c + 2] +
              4 * (data[row + c - 1] + data[row + c + 1]) +
              6 * data[row + c]) /
            16
          : fiveTaps((i) => data[row + mirror(i, width)], c);
    }
  }
  const out = blankField(w, h);
  for (let y = 0; y < h; y++) {
    const c = 2 * y;
    const inside = c >= 2 && c + 2 < height;
    for (let x = 0; x < w; x++) {
      const k = c * w + x;
      out.data[y * w + x] = inside
        ? (narrow[k - 2 * w] + narrow[k + 2 * w] + 4 * (narrow[k - w] + narrow[k + w]) + 6 * narrow[k]) / 16
        : fiveTaps((i) => narrow[mirror(i, height) * w + x], c);
    }
  }
  return out;
}

const fiveTaps = (read: (i: number) => number, c: number): number =>
  (read(c - 2) + read(c + 2) + 4 * (read(c - 1) + read(c + 1)) + 6 * read(c)) / 16;

function mirror(i: number, length: number): number {
  if (length === 1) return 0;
  const inside = i < 0 ? -i : i >= length ? 2 * length - 2 - i : i;
  return Math.min(length - 1, Math.max(0, inside));
}

/** Twice the size (to `width` × `height`): the transpose of `halve`, even and odd samples in one step each. */
function double(field: Field, width: number, height: number): Field {
  const tall = blankField(field.width, height);
  for (let y = 0; y < height; y++) {
    const [a, b, c] = neighbours(y >> 1, field.height).map((row) => row * field.width);
    const odd = (y & 1) === 1;
    for (let x = 0; x < field.width; x++) {
      const value = field.data;
      tall.data[y * field.width + x] = odd
        ? (value[b + x] + value[c + x]) / 2
        : (value[a + x] + 6 * value[b + x] + value[c + x]) / 8;
    }
  }
  const out = blankField(width, height);
  for (let x = 0; x < width; x++) {
    const [a, b, c] = neighbours(x >> 1, field.width);
    const odd = (x & 1) === 1;
    for (let y = 0, row = 0; y < height; y++, row += field.width) {
      out.data[y * width + x] = odd
        ? (tall.data[row + b] + tall.data[row + c]) / 2
        : (tall.data[row + a] + 6 * tall.data[row + b] + tall.data[row + c]) / 8;
    }
  }
  return out;
}

const neighbours = (i: number, length: number): [number, number, number] => [
  Math.max(0, i - 1),
  Math.min(length - 1, i),
  Math.min(length - 1, i + 1),
];
