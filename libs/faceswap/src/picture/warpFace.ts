import type { Box } from '@mondwerk/film';
import {
  type Fields,
  type FlatMesh,
  mapBetween,
  placesOf,
  type WarpMap,
  warpPlanes,
} from '@mondwerk/compositing';
import { REACH } from './faceBox.ts';
import { FEATURES, OUTLINE } from './facePoints.ts';
import type { FittedSource } from './fitSource.ts';

/** What carries a whole face. */
export const FACE_POINTS: readonly number[] = [...FEATURES, ...OUTLINE];

/**
 * The map that carries the frame itself: its face goes where the new one lies. Round the face goes what its outline does,
 * whatever features do inside it, less and less, and all is still from `REACH` beyond the outline on.
 */
export function plateMap(seen: FlatMesh, laid: FlatMesh, box: Box, eyeDistance: number): WarpMap {
  const still = ringRound(seen, REACH * eyeDistance);
  const from = ringRound(seen, NEAR * eyeDistance);
  const near = from.map((value, i) => {
    const p = RING[i >> 1];
    return value + GOES_ALONG * (laid[2 * p + (i & 1)] - seen[2 * p + (i & 1)]);
  });
  return mapBetween(
    [...placesOf(laid, FACE_POINTS), ...near, ...still],
    [...placesOf(seen, FACE_POINTS), ...from, ...still],
    box,
    eyeDistance,
  );
}

/** Every other point of the outline. */
const RING: readonly number[] = OUTLINE.filter((_, i) => i % 2 === 0);

/** How far off the outline the frame is led by it, in eye distances, and how much of its way it goes there. */
const NEAR = 0.1;
const GOES_ALONG = 0.8;

/** A source, or the part of it that some points carry, as it lies on the new face inside a box. */
export function warpSource(
  { planes, source: { box, mesh, picture } }: FittedSource,
  laid: FlatMesh,
  points: readonly number[],
  inner: Box,
  eyeDistance: number,
): Fields {
  const map = mapBetween(placesOf(laid, points), placesOf(mesh, points), inner, eyeDistance);
  return warpPlanes(planes, box, picture.format, map, inner);
}

/** Points so many pixels beyond a face's outline: (x, y) for each of `RING`. */
function ringRound(mesh: FlatMesh, reach: number): number[] {
  const [x, y] = [0, 1].map(
    (axis) => OUTLINE.reduce((sum, p) => sum + mesh[2 * p + axis], 0) / OUTLINE.length,
  );
  return RING.flatMap((p) => {
    const [dx, dy] = [mesh[2 * p] - x, mesh[2 * p + 1] - y];
    const further = 1 + reach / Math.max(1, Math.hypot(dx, dy));
    return [x + further * dx, y + further * dy];
  });
}
