import { LIP_EDGE, LIP_OPENING, MASK_POINTS, SOURCE_POINTS } from './controlPoints.ts';
import { USUAL_PICTURE, type PictureSettings } from './pictureSettings.ts';
import type { Field } from './field.ts';
import { addressOf, fieldBy, kernels } from './workspace.ts';

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

/** How far the edge of the region moves, in eye distances, when people want it twice as large. */
export const REGION_MOVES = 0.3;

/** A soft edge narrower than this many pixels is a hard one. */
const NARROWEST = 3;

/**
 * Where the source may show (0..1): feathered inwards from the hull, so that it stays off chin line and nostrils. People
 * may want the hull wider or narrower and its edge softer or harder.
 */
export function mouthMask(
  mesh: FlatMesh,
  grid: CoarseGrid,
  eyeDistance: number,
  { region, feather }: Pick<PictureSettings, 'region' | 'feather'> = USUAL_PICTURE,
): Field {
  const outwards = REGION_MOVES * (region - 1) * eyeDistance;
  return feathered(
    hullOf(mesh, MASK_POINTS),
    grid,
    -outwards,
    Math.max(NARROWEST, 0.12 * feather * eyeDistance),
  );
}

/** The lips with a little skin round them (1), else 0: what the colour of skin must not be learned from. */
export function lipMask(mesh: FlatMesh, grid: CoarseGrid, eyeDistance: number): Field {
  return feathered(hullOf(mesh, LIP_EDGE), grid, -0.05 * eyeDistance, 0.02 * eyeDistance);
}

/** What is seen between the lips (1), else 0. */
export function openingMask(mesh: FlatMesh, grid: CoarseGrid, eyeDistance: number): Field {
  return feathered(hullOf(mesh, LIP_OPENING), grid, -0.02 * eyeDistance, 0.02 * eyeDistance);
}

/** The lower face (1) without its outline, which a turned head shows elsewhere, else 0. */
export function faceMask(mesh: FlatMesh, grid: CoarseGrid, eyeDistance: number): Field {
  return feathered(hullOf(mesh, SOURCE_POINTS), grid, 0.04 * eyeDistance, 0.02 * eyeDistance);
}

type Corners = readonly (readonly [number, number])[];

/** For each edge a line: how deep a point lies inside is `x · a + y · b + c`, in pixels. */
type Hull = readonly { readonly a: number; readonly b: number; readonly c: number }[];

function feathered(
  hull: Hull,
  { left, top, cell, width, height }: CoarseGrid,
  from: number,
  reach: number,
): Field {
  const edges = hull.flatMap(({ a, b, c }) => [a, b, (c + left * a + top * b) / cell]);
  return fieldBy(width, height, (out) =>
    kernels.feather(
      addressOf(Float32Array.from(edges)),
      hull.length,
      ...([width, height, from / cell, reach / cell, out] as const),
    ),
  );
}

/** 0 below 0, 1 above 1, an S-curve between. */
export function smoothStep(t: number): number {
  const c = Math.min(1, Math.max(0, t));
  return c * c * (3 - 2 * c);
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
