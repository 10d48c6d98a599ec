import type { Box } from '@mondwerk/film';
import type { FlatMesh } from './coarseGrid.ts';
import { fitThinPlate } from './thinPlate.ts';
import { warpMapOf, type WarpMap } from './warpMap.ts';

/** Lets warps miss contradictory points by a little; in squared eye distances. */
export const STIFFNESS = 2e-4;

/** The places of some points of a mesh, x and y in turn. */
export const placesOf = (mesh: FlatMesh, points: readonly number[]): number[] =>
  points.flatMap((p) => [mesh[2 * p], mesh[2 * p + 1]]);

/** The map of a box that takes each place in `to` from the same place in `from`, x and y in turn; `unit` is the eye distance in pixels. */
export function mapBetween(
  to: readonly number[],
  from: readonly number[],
  { left, top, right, bottom }: Box,
  unit: number,
): WarpMap {
  const scaled = (values: readonly number[]): Float64Array => Float64Array.from(values, (v) => v / unit);
  const plate = fitThinPlate(scaled(to), scaled(from), STIFFNESS);
  return warpMapOf(plate, { left, top, width: right - left, height: bottom - top, unit });
}
