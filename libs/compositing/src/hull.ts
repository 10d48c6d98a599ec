import type { CoarseGrid, FlatMesh } from './coarseGrid.ts';
import type { Field } from './field.ts';
import { addressOf, fieldBy, kernels } from './workspace.ts';

type Corners = readonly (readonly [number, number])[];

/** For each edge a line: how deep a point lies inside is `x · a + y · b + c`, in pixels. */
export type Hull = readonly { readonly a: number; readonly b: number; readonly c: number }[];

/** How far inside a hull each cell lies: 0 up to `from` pixels from its edge, 1 from `reach` pixels further on, an S-curve between. */
export function feathered(
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
export function hullOf(mesh: FlatMesh, points: readonly number[]): Hull {
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
