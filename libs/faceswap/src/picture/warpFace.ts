import type { Box } from '@mondwerk/film';
import {
  type Fields,
  fitThinPlate,
  type FlatMesh,
  type WarpMap,
  warpMapOf,
  warpPlanes,
} from '@mondwerk/compositing';
import { REACH } from './faceBox.ts';
import { FEATURES, OUTLINE } from './facePoints.ts';
import type { FittedSource } from './fitSource.ts';

/** Lets warps miss contradictory points by a little; in squared eye distances. */
const STIFFNESS = 2e-4;

/** What carries a whole face. */
export const FACE_POINTS: readonly number[] = [...FEATURES, ...OUTLINE];

/** The map that carries the frame itself: its face goes where the new one lies, and all is still from `REACH` beyond the outline on. */
export function plateMap(seen: FlatMesh, laid: FlatMesh, box: Box, eyeDistance: number): WarpMap {
  const still = ringRound(seen, eyeDistance);
  return mapBetween(
    [...flat(laid, FACE_POINTS), ...still],
    [...flat(seen, FACE_POINTS), ...still],
    box,
    eyeDistance,
  );
}

/** A source, or the part of it that some points carry, as it lies on the new face inside a box. */
export function warpSource(
  { planes, source: { box, mesh, picture } }: FittedSource,
  laid: FlatMesh,
  points: readonly number[],
  inner: Box,
  eyeDistance: number,
): Fields {
  const map = mapBetween(flat(laid, points), flat(mesh, points), inner, eyeDistance);
  return warpPlanes(planes, box, picture.format, map, inner);
}

function mapBetween(to: readonly number[], from: readonly number[], box: Box, unit: number): WarpMap {
  const scaled = (values: readonly number[]): Float64Array => Float64Array.from(values, (v) => v / unit);
  const plate = fitThinPlate(scaled(to), scaled(from), STIFFNESS);
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  return warpMapOf(plate, { left: box.left, top: box.top, width, height, unit });
}

const flat = (mesh: FlatMesh, points: readonly number[]): number[] =>
  points.flatMap((p) => [mesh[2 * p], mesh[2 * p + 1]]);

/** Points beyond a face's outline that a warp of the frame must not move. */
function ringRound(mesh: FlatMesh, eyeDistance: number): number[] {
  const middle = [0, 1].map(
    (axis) => OUTLINE.reduce((sum, p) => sum + mesh[2 * p + axis], 0) / OUTLINE.length,
  );
  return OUTLINE.flatMap((p) => {
    const [dx, dy] = [mesh[2 * p] - middle[0], mesh[2 * p + 1] - middle[1]];
    const further = 1 + (REACH * eyeDistance) / Math.max(1, Math.hypot(dx, dy));
    return [middle[0] + further * dx, middle[1] + further * dy];
  });
}
