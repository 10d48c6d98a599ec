import { blankField, blur, combine, type Field } from './field.ts';
import type { Fields } from './planes.ts';
import type { Strangeness } from './strangeness.ts';
import { alongLines, growPatch, LIKELY, SURE } from './thingPatch.ts';

/** A shadow or a lamp leaves so much of a face's luma, a fold so much. */
const SHADOW = { least: 0.4, most: 1.8 } as const;
const FOLDED = { least: 0.68, most: 1.35 } as const;

/** How far the hue of a face may be from its own in another light, in steps of chroma. */
const HUE = 3;

/** Folds and shades of a face itself are smaller than this, in cells: what is of the face's hue and larger must show the face's own features. */
const FOLD = 260;

/** Features of less contrast than this, in steps of luma, say nothing; features that are so much alike (correlation) are the same. */
const FEATURES = 2.5;
const ALIKE = 0.55;

/** Size of features, in cells. */
const FINE = 4;

const BLACK = 16;

/**
 * How strange a face looks without what is only light: folds, and shadows and lamps' spots through which the face's own
 * features are seen. What hides the features is left, of whatever colour it is.
 */
export function withoutShade(seen: Fields, { distance, expected, known, outside }: Strangeness): Field {
  const patch = growPatch(alongLines(distance), SURE, LIKELY, outside);
  if (patch === undefined) return distance;
  const [own, usual] = [seen[0], expected[0]].map((luma) => combine(luma, blur(luma, FINE), (a, b) => a - b));
  let out = distance;
  for (const cells of piecesOf(patch)) {
    const small = cells.length <= FOLD;
    if (!isOneHue(seen, expected, cells, small ? FOLDED : SHADOW)) continue;
    const near = nearBy(cells, patch);
    if (!small && !showFeatures(own, usual, known, near)) continue;
    out = combine(out, near, (d, n) => (n > 0.15 ? Math.min(d, 1) : d));
  }
  return out;
}

/** Whether cells are what is expected there in more or less light. */
function isOneHue(
  seen: Fields,
  expected: Fields,
  cells: readonly number[],
  { least, most }: { readonly least: number; readonly most: number },
): boolean {
  const gains: number[] = [];
  const hues: number[] = [];
  for (const i of cells) {
    const gain = (seen[0].data[i] - BLACK) / Math.max(8, expected[0].data[i] - BLACK);
    const off = (k: 1 | 2): number => seen[k].data[i] - 128 - gain * (expected[k].data[i] - 128);
    gains.push(gain);
    hues.push(Math.hypot(off(1), off(2)));
  }
  const gain = middle(gains);
  return gain > least && gain < most && middle(hues) < HUE;
}

const middle = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1];

/** Whether what is seen has the features that are expected there. */
function showFeatures(own: Field, usual: Field, known: Field, near: Field): boolean {
  let [count, aa, bb, ab] = [0, 0, 0, 0];
  near.data.forEach((n, i) => {
    if (n < 0.15 || known.data[i] === 0) return;
    const [a, b] = [own.data[i], usual.data[i]];
    count++;
    aa += a * a;
    bb += b * b;
    ab += a * b;
  });
  return Math.sqrt(bb / Math.max(1, count)) > FEATURES && ab > ALIKE * Math.sqrt(aa * bb);
}

/** The neighbourhood of some cells. */
function nearBy(cells: readonly number[], { width, height }: Field): Field {
  const field = blankField(width, height);
  for (const i of cells) field.data[i] = 1;
  return blur(field, 2);
}

/** The pieces of a mask that hang together, as lists of cells. */
function piecesOf({ width, data }: Field): number[][] {
  const left = data.slice();
  const pieces: number[][] = [];
  for (let start = 0; start < left.length; start++) {
    if (left[start] === 0) continue;
    const cells = [start];
    left[start] = 0;
    for (let k = 0; k < cells.length; k++) {
      const [i, x] = [cells[k], cells[k] % width];
      for (const row of [i - width, i, i + width])
        for (let j = row - (x > 0 ? 1 : 0); j <= row + (x < width - 1 ? 1 : 0); j++) {
          if (j < 0 || j >= left.length || left[j] === 0) continue;
          left[j] = 0;
          cells.push(j);
        }
    }
    pieces.push(cells);
  }
  return pieces;
}
