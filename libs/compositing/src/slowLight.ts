import { blankField, type Field } from './field.ts';
import type { Fields } from './planes.ts';

/** How the light of a picture differs from what is expected: a gain of luma in percent and offsets of chroma, each `a + b·x + c·y`. */
export type SlowLight = readonly [luma: Slope, cb: Slope, cr: Slope];

type Slope = readonly [a: number, b: number, c: number];

/** Differences beyond which a cell says nothing about the light, in percent of luma and in steps of chroma: something else is seen there. */
const REACH = [26, 8, 8] as const;

/** How far light may be from the other pictures', in the same units. */
const FARTHEST = [
  [-60, 130],
  [-13, 13],
  [-13, 13],
] as const;

/** How strongly light is believed to be as it is in the other pictures, in cells. */
const STEADY = 12;

/** Where a picture's luma is so much like what is expected (correlation), the face is seen, however strange its light. */
const ALIKE = 0.8;
const FARTHEST_SEEN = [
  [-80, 250],
  [-36, 36],
  [-36, 36],
] as const;

const ROUNDS = 4;

/** Light is learned from every third cell, both ways: it changes slowly. */
const STEP = 3;

/** Luma below this is noise, whatever the light. */
const DARK = 20;

/** Where most cells fit as they are, or hardly more fit another light, the light is as it was. */
const FITS = 0.7;
const MANY_MORE = 1.25;

/**
 * Learns the light from all cells that fit it, so that a thing in front has no say (iteratively reweighted least squares with
 * Tukey's biweight). It starts from no difference, and from the middle of all differences where that fits many more cells.
 */
export function learnSlowLight(seen: Fields, expected: Fields, known: Field): SlowLight {
  const cells = cellsOf(known);
  const farthest = resemblance(seen[0], expected[0], cells) > ALIKE ? FARTHEST_SEEN : FARTHEST;
  const slope = (k: 0 | 1 | 2): Slope => {
    const [a, b] = [seen[k].data, expected[k].data];
    const values = Float64Array.from(cells.at, (i) =>
      k === 0 ? (100 * (a[i] - b[i])) / Math.max(DARK, b[i]) : a[i] - b[i],
    );
    const still = robustSlope(cells, values, REACH[k], 0);
    if (still.inside > FITS) return still.slope;
    const middle = values.slice().sort()[values.length >> 1] ?? 0;
    // Where light would have to change more than light does, the face is hidden.
    if (middle < farthest[k][0] || middle > farthest[k][1]) return still.slope;
    const moved = robustSlope(cells, values, REACH[k], middle);
    return moved.inside > MANY_MORE * still.inside ? moved.slope : still.slope;
  };
  return [slope(0), slope(1), slope(2)];
}

/** Known cells: where they lie in a field, and their place in it from −1 to 1. */
interface Cells {
  readonly at: Int32Array;
  readonly x: Float32Array;
  readonly y: Float32Array;
}

function cellsOf({ width, height, data }: Field): Cells {
  const at: number[] = [];
  for (let y = 0; y < height; y += STEP) {
    for (let i = y * width; i < (y + 1) * width; i += STEP) if (data[i] > 0) at.push(i);
  }
  return {
    at: Int32Array.from(at),
    x: Float32Array.from(at, (i) => (2 * (i % width)) / width - 1),
    y: Float32Array.from(at, (i) => (2 * Math.floor(i / width)) / height - 1),
  };
}

/** The correlation of two fields over some cells; 0 where either shows nothing. */
function resemblance(a: Field, b: Field, { at }: Cells): number {
  let [sa, sb, aa, bb, ab] = [0, 0, 0, 0, 0];
  for (const i of at) {
    const [u, v] = [a.data[i], b.data[i]];
    sa += u;
    sb += v;
    aa += u * u;
    bb += v * v;
    ab += u * v;
  }
  const spread = (at.length * aa - sa * sa) * (at.length * bb - sb * sb);
  return spread > 0 ? (at.length * ab - sa * sb) / Math.sqrt(spread) : 0;
}

function robustSlope(
  { x, y }: Cells,
  values: Float64Array,
  reach: number,
  start: number,
): { slope: Slope; inside: number } {
  let slope: Slope = [start, 0, 0];
  let inside = 0;
  for (let round = 0; round < ROUNDS; round++) {
    let [xx, xy, yy, x1, y1, n] = [4 * STEADY, 0, 4 * STEADY, 0, 0, STEADY];
    let [z1, zx, zy] = [STEADY * start, 0, 0];
    const [a, b, c] = slope;
    inside = 0;
    for (let i = 0; i < values.length; i++) {
      const off = (values[i] - a - b * x[i] - c * y[i]) / reach;
      if (off >= 1 || off <= -1) continue;
      const w = (1 - off * off) ** 2;
      const [wx, wy] = [w * x[i], w * y[i]];
      inside++;
      n += w;
      x1 += wx;
      y1 += wy;
      xx += wx * x[i];
      xy += wx * y[i];
      yy += wy * y[i];
      z1 += w * values[i];
      zx += wx * values[i];
      zy += wy * values[i];
    }
    slope = solve3([n, x1, y1, xx, xy, yy], [z1, zx, zy]);
  }
  return { slope, inside: values.length === 0 ? 1 : inside / values.length };
}

/** Solves a symmetric system of three: its upper triangle row by row, and the right side. */
function solve3([a, b, c, d, e, f]: readonly number[], [p, q, s]: readonly number[]): Slope {
  const det = a * (d * f - e * e) - b * (b * f - c * e) + c * (b * e - c * d);
  return [
    (p * (d * f - e * e) - b * (q * f - s * e) + c * (q * e - s * d)) / det,
    (a * (q * f - s * e) - p * (b * f - c * e) + c * (b * s - c * q)) / det,
    (a * (d * s - e * q) - b * (b * s - c * q) + p * (b * e - c * d)) / det,
  ];
}

/** The planes in the light that was learned. */
export function inLight(expected: Fields, light: SlowLight): Fields {
  const lit = (k: 0 | 1 | 2): Field => {
    const { width, height, data } = expected[k];
    const [a, b, c] = light[k];
    const out = blankField(width, height);
    for (let y = 0, at = 0; y < height; y++) {
      const from = a - b + (2 * c * y) / height - c;
      for (let x = 0; x < width; x++, at++) {
        const shift = from + (2 * b * x) / width;
        out.data[at] = data[at] + (k === 0 ? 0.01 * shift * Math.max(DARK, data[at]) : shift);
      }
    }
    return out;
  };
  return [lit(0), lit(1), lit(2)];
}
