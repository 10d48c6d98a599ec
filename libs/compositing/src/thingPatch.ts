import { blankField, type Field } from './field.ts';

/** Beyond so many usual spreads a thing is sure to be seen. */
export const SURE = 4.2;

/** Beyond so many usual spreads it goes on. */
export const LIKELY = 2.4;

/** Cells that a thing must fill before it is believed to be a thing and not noise: a strand of hair a fifth of an eye distance long. */
const SMALLEST = 14;
const SMALLEST_SURE = 6;

/**
 * A mouth may always look as it never did, with its teeth shown for once: what lies in it alone is no thing, and to keep it
 * would let the old mouth show. So much of a thing (0..1) must lie outside its opening.
 */
const LEAST_OUTSIDE = 0.3;

/**
 * Cells (1) in which something strange is seen, in patches large enough for a thing; `doubt` times as strange as usual.
 * `outside` is 0 in the mouth's opening, else 1; left out, all is outside.
 */
export function findPatch(
  distance: Field,
  { doubt = 1, outside }: { doubt?: number; outside?: Field } = {},
): Field | undefined {
  return growPatch(alongLines(distance), doubt * SURE, doubt * LIKELY, outside);
}

/** Each cell's strongest mean over five cells in a line: noise is averaged away, a thin stem or a hair is not. */
export function alongLines({ width, height, data }: Field): Field {
  const out = blankField(width, height);
  const steps = [1, width, width + 1, width - 1];
  for (let y = 2; y < height - 2; y++) {
    for (let x = 2, i = y * width + 2; x < width - 2; x++, i++) {
      let most = 0;
      for (let s = 0; s < 4; s++) {
        const d = steps[s];
        const sum = data[i - 2 * d] + data[i - d] + data[i] + data[i + d] + data[i + 2 * d];
        if (sum > most) most = sum;
      }
      // A line next to a cell is not in it.
      out.data[i] = Math.min(most / 5, data[i] + 1);
    }
  }
  return out;
}

/** Patches that hold enough cells beyond `sure`, grown through cells beyond `likely`; `undefined` where there are none. */
export function growPatch(field: Field, sure: number, likely: number, outside?: Field): Field | undefined {
  const { width, height, data } = field;
  const patch = blankField(width, height);
  let any = false;
  for (let start = 0; start < data.length; start++) {
    if (data[start] <= sure || patch.data[start] !== 0) continue;
    const cells = [start];
    patch.data[start] = 1;
    let [strong, beyond] = [0, 0];
    for (let k = 0; k < cells.length; k++) {
      const i = cells[k];
      if (data[i] > sure) strong++;
      beyond += outside?.data[i] ?? 1;
      const x = i % width;
      for (let dy = -width; dy <= width; dy += width) {
        for (let j = i + dy - (x > 0 ? 1 : 0); j <= i + dy + (x < width - 1 ? 1 : 0); j++) {
          if (j < 0 || j >= data.length || patch.data[j] !== 0 || data[j] <= likely) continue;
          patch.data[j] = 1;
          cells.push(j);
        }
      }
    }
    const enough =
      strong >= SMALLEST_SURE && cells.length >= SMALLEST && beyond >= LEAST_OUTSIDE * cells.length;
    if (enough) any = true;
    else for (const i of cells) patch.data[i] = -1;
  }
  for (let i = 0; i < data.length; i++) if (patch.data[i] < 0) patch.data[i] = 0;
  return any ? patch : undefined;
}
