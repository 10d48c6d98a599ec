import { blankField, type Field } from './field.ts';
import { LIP_EDGE, MASK_POINTS } from './controlPoints.ts';

/** Points (x, y) of a mesh of 468, in picture pixels. */
export type FlatMesh = Float32Array;

/** A coarse grid over a box, fine enough for whatever changes slowly: masks, light, what is in front. */
export interface CoarseGrid {
  readonly left: number;
  readonly top: number;
  /** Pixels in one cell. */
  readonly cell: number;
  readonly width: number;
  readonly height: number;
}

/** Cells across one eye distance; a face smaller than that has one cell a pixel. */
const CELLS = 64;

/** The coarse grid of a box for a face of this eye distance in pixels. */
export function coarseGridOf(
  box: { left: number; top: number; width: number; height: number },
  eyeDistance: number,
): CoarseGrid {
  const cell = Math.max(1, eyeDistance / CELLS);
  return {
    left: box.left,
    top: box.top,
    cell,
    width: Math.max(1, Math.round(box.width / cell)),
    height: Math.max(1, Math.round(box.height / cell)),
  };
}

/** Where the source may show (0..1): feathered inwards from the hull, so that it stays off chin line and nostrils. */
export function mouthMask(mesh: FlatMesh, grid: CoarseGrid, eyeDistance: number): Field {
  return feathered(hullOf(mesh, MASK_POINTS), grid, 0, 0.12 * eyeDistance);
}

/** The lips with a little skin round them (1), else 0: what the colour of skin must not be learned from. */
export function lipMask(mesh: FlatMesh, grid: CoarseGrid, eyeDistance: number): Field {
  return feathered(hullOf(mesh, LIP_EDGE), grid, -0.05 * eyeDistance, 0.02 * eyeDistance);
}

type Corners = readonly (readonly [number, number])[];

/** For each edge a line: how deep a point lies inside is `x · a + y · b + c`, in pixels. */
type Hull = readonly { readonly a: number; readonly b: number; readonly c: number }[];

function feathered(hull: Hull, grid: CoarseGrid, from: number, width: number): Field {
  const out = blankField(grid.width, grid.height);
  for (let y = 0, at = 0; y < grid.height; y++) {
    for (let x = 0; x < grid.width; x++, at++) {
      const depth = depthInside(hull, grid.left + (x + 0.5) * grid.cell, grid.top + (y + 0.5) * grid.cell);
      out.data[at] = smoothStep((depth - from) / width);
    }
  }
  return out;
}

/** 0 below 0, 1 above 1, an S-curve between. */
export function smoothStep(t: number): number {
  const c = Math.min(1, Math.max(0, t));
  return c * c * (3 - 2 * c);
}

/** How many pixels a point lies inside a hull; negative outside. */
function depthInside(hull: Hull, x: number, y: number): number {
  let depth = Infinity;
  for (const edge of hull) {
    const distance = x * edge.a + y * edge.b + edge.c;
    if (distance < depth) depth = distance;
  }
  return depth;
}

/** The edges of the convex hull of some mesh points. */
function hullOf(mesh: FlatMesh, points: readonly number[]): Hull {
  const corners = cornersOf(mesh, points);
  return corners.map(([x, y], i) => {
    const [toX, toY] = corners[(i + 1) % corners.length];
    const length = Math.hypot(toX - x, toY - y);
    const [a, b] = [-(toY - y) / length, (toX - x) / length];
    return { a, b, c: -(x * a + y * b) };
  });
}

/** The corners of the convex hull of some mesh points (Andrew's monotone chain), its inside to the left of each edge. */
function cornersOf(mesh: FlatMesh, points: readonly number[]): Corners {
  const sorted = points
    .map((p) => [mesh[2 * p], mesh[2 * p + 1]] as const)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const chain = (list: readonly (readonly [number, number])[]): (readonly [number, number])[] => {
    const out: (readonly [number, number])[] = [];
    for (const p of list) {
      while (out.length > 1 && turn(out[out.length - 2], out[out.length - 1], p) <= 1e-9) out.pop();
      out.push(p);
    }
    return out.slice(0, -1);
  };
  return [...chain(sorted), ...chain([...sorted].reverse())];
}

const turn = (
  a: readonly [number, number],
  b: readonly [number, number],
  c: readonly [number, number],
): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
