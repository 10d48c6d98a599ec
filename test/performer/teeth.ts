import { bell } from './curve.ts';
import { SEAM_Y } from './headForm.ts';
import { gridPart, MATERIAL, type Part } from './mesh.ts';

/** Widths and heights of teeth from the middle outwards, centimetres. */
const UPPER = [
  [0.86, 1.02],
  [0.68, 0.9],
  [0.74, 1],
  [0.68, 0.86],
  [0.66, 0.8],
  [0.9, 0.75],
] as const;
const LOWER = [
  [0.55, 0.8],
  [0.6, 0.8],
  [0.66, 0.88],
  [0.68, 0.8],
  [0.68, 0.75],
  [0.9, 0.7],
] as const;

interface Row {
  readonly bond: 'skull' | 'jaw';
  readonly sizes: readonly (readonly [number, number])[];
  /** Height of the biting edge and the way to the gum: up (1) or down (-1). */
  readonly edge: number;
  readonly toGum: 1 | -1;
  readonly depth: number;
}

const ROWS: readonly Row[] = [
  { bond: 'skull', sizes: UPPER, edge: SEAM_Y - 0.1, toGum: 1, depth: 8.62 },
  { bond: 'jaw', sizes: LOWER, edge: SEAM_Y - 0.2, toGum: -1, depth: 8.4 },
];

/** The upper and lower teeth, each tooth a piece of its own, and the gums behind them. */
export function teethParts(): Part[] {
  return ROWS.flatMap((row) => [gums(row), ...[-1, 1].flatMap((side) => toothRow(row, side))]);
}

function toothRow(row: Row, side: number): Part[] {
  let from = 0.015;
  return row.sizes.map(([width, height], index) => {
    const start = from;
    from += width;
    return tooth(row, side, [start, width, height], index);
  });
}

const archDepth = (row: Row, arc: number): number => row.depth - 0.16 * arc * arc - 0.012 * arc ** 4;

function tooth(row: Row, side: number, [start, width, height]: readonly number[], index: number): Part {
  const spread = row.bond === 'skull' ? 0.86 : 0.84;
  return gridPart({ bond: row.bond, material: MATERIAL.teeth }, 9, 9, (v, u) => {
    const arc = start + width * (0.02 + u * 0.96);
    const across = 2 * u - 1;
    const taper = 1 - 0.1 * v * across * Math.sign(across);
    const x = side * (start + width / 2 + across * width * 0.48 * taper) * spread;
    const roundEdge = 0.1 * Math.pow(Math.abs(across), 3) + (index === 2 ? 0.14 * Math.abs(across) : 0);
    const y = row.edge + row.toGum * (roundEdge * (1 - v) + v * height);
    const bulge =
      0.14 * (1 - Math.pow(Math.abs(across), 2.5)) +
      0.1 * Math.sin(Math.PI * Math.min(1, v * 0.8 + 0.15)) -
      0.3 * bell(v, 0.06);
    return {
      point: [x, y, archDepth(row, arc * spread) + bulge],
      place: [across, v],
      traits: [1, toothLight(arc, across)],
    };
  });
}

const toothLight = (arc: number, across: number): number =>
  Math.max(0.1, (1 - 0.05 * arc * arc) * (1 - 0.35 * Math.pow(Math.abs(across), 6)));

function gums(row: Row): Part {
  return gridPart({ bond: row.bond, material: MATERIAL.tongue }, 8, 33, (v, u) => {
    const x = (u - 0.5) * 7.2;
    const y = row.edge + row.toGum * (0.45 + v * 1.6);
    const z = archDepth(row, x) - 0.1 + 0.3 * v;
    return { point: [x, y, z], place: [x, y], traits: [0.4, 0.6 - 0.03 * x * x] };
  });
}

/** The tongue, a rounded slab that rests behind the lower teeth. */
export function tonguePart(): Part {
  return gridPart({ bond: 'jaw', material: MATERIAL.tongue }, 16, 24, (v, u) => {
    const a = (u - 0.5) * Math.PI;
    const x = Math.sin(a) * 2.1 * (0.75 + 0.25 * v);
    const z = 7.7 - v * 5 - 0.9 * Math.sin(a) ** 2;
    const y =
      SEAM_Y - 1.25 + 0.75 * Math.cos(a) * Math.sin(Math.PI * (0.12 + 0.6 * v)) - 0.16 * bell(x, 0.16);
    return { point: [x, y, z], place: [x, z], traits: [1, 0.75 - 0.45 * v] };
  });
}
