import {
  type CoarseGrid,
  combine,
  feathered,
  type Field,
  type FlatMesh,
  hullOf,
  type PictureSettings,
  times,
  USUAL_PICTURE,
} from '@mondwerk/compositing';
import {
  BROWS,
  EYE_REGIONS,
  EYES,
  FOLLOWS,
  LIP_EDGE,
  MOUTH_REGION,
  NOSE,
  NOSTRILS,
  OUTLINE,
} from './facePoints.ts';

/** How far the edge of the region moves, in eye distances, when people want it twice as large. */
const REGION_MOVES = 0.3;

/** A soft edge narrower than this many pixels is a hard one. */
const NARROWEST = 3;

/** Width of the soft edge along jaw and cheeks, and below the hairline, in eye distances. */
const FEATHER = { jaw: 0.1, hairline: 0.3 } as const;

/**
 * How far the edge stays inside the outline, in eye distances: beside jaw and cheeks is whatever was behind the shown
 * performer, under the chin is skin, and above it hair.
 */
const OFF = { chin: -0.02, sides: 0.015, hairline: 0.03 } as const;

/** So far outside eyebrows the new face shows wholly, in eye distances, or the old ones would be seen beside the new. */
const ROUND_BROWS = 0.05;

/**
 * Where the new face may show (0..1): feathered inwards from the outline, wider below the hairline, where locks of hair
 * hang into the face, than along the jaw, where whatever beard there was must go.
 */
export function faceMask(
  mesh: FlatMesh,
  grid: CoarseGrid,
  eyeDistance: number,
  { region, feather }: Pick<PictureSettings, 'region' | 'feather'> = USUAL_PICTURE,
): Field {
  const outwards = REGION_MOVES * (region - 1);
  const along = (hull: Hull, off: number, width: number): Field => {
    const brows = Math.min(...BROWS.flat().map((p) => depthIn(hull, mesh, p))) / eyeDistance;
    const room = Math.max(0.3 * width, brows - off - ROUND_BROWS);
    const reach = feather * Math.min(width, room) * eyeDistance;
    return feathered(hull, grid, (off - outwards) * eyeDistance, Math.max(NARROWEST, reach));
  };
  const corners = [...OUTLINE.keys()];
  const jaw = along(hullOf(insideOutline(mesh, eyeDistance), corners), 0, FEATHER.jaw);
  const forehead = hullOf(belowHairline(mesh, eyeDistance), corners);
  return times(jaw, along(forehead, OFF.hairline, FEATHER.hairline));
}

/** The outline moved inwards, the chin outwards. */
function insideOutline(mesh: FlatMesh, eyeDistance: number): Float32Array {
  const [middleX, middleY] = [mesh[2 * TIP], mesh[2 * TIP + 1]];
  return Float32Array.from(
    OUTLINE.flatMap((p, i) => {
      const [dx, dy] = [mesh[2 * p] - middleX, mesh[2 * p + 1] - middleY];
      const off = (FOLLOWS[i] >= WHOLLY ? OFF.chin : OFF.sides) * eyeDistance;
      const kept = 1 - off / Math.max(1, Math.hypot(dx, dy));
      return [middleX + kept * dx, middleY + kept * dy];
    }),
  );
}

/** The tip of the nose, and how far points of the chin follow at least. */
const TIP = 4;
const WHOLLY = 0.95;

type Hull = ReturnType<typeof hullOf>;

/** How deep a point lies inside a hull, in pixels. */
const depthIn = (hull: Hull, mesh: FlatMesh, p: number): number =>
  Math.min(...hull.map(({ a, b, c }) => mesh[2 * p] * a + mesh[2 * p + 1] * b + c));

/** The forehead's edge alone, widening quickly below it, so that the hull of it says how far below the hairline a place lies. */
function belowHairline(mesh: FlatMesh, eyeDistance: number): Float32Array {
  const point = (p: number): readonly [number, number] => [mesh[2 * p], mesh[2 * p + 1]];
  const [[topX, topY], [chinX, chinY]] = [point(10), point(152)];
  const length = Math.hypot(chinX - topX, chinY - topY);
  const [downX, downY] = [(chinX - topX) / length, (chinY - topY) / length];
  const placed = OUTLINE.map((p) => {
    const [x, y] = point(p);
    return {
      down: (x - topX) * downX + (y - topY) * downY,
      across: (y - topY) * downX - (x - topX) * downY,
    };
  });
  const eyes = 0.75 * eyeDistance;
  return Float32Array.from(
    placed.flatMap(({ down, across }) => {
      const wide = across + Math.sign(across) * WIDENS * eyeDistance * Math.max(0, down / eyes) ** 2;
      const low = down > eyes ? down + 4 * eyeDistance : down;
      return [topX + low * downX - wide * downY, topY + low * downY + wide * downX];
    }),
  );
}

/** How much wider the region below the hairline is at the height of the eyes, to either side, in eye distances. */
const WIDENS = 1;

/** Skin of the face (1) from which light may be learned: its inside without brows, eyes, lips and nostrils, else 0. */
export function skinMask(mesh: FlatMesh, grid: CoarseGrid, eyeDistance: number): Field {
  const inside = feathered(hullOf(mesh, OUTLINE), grid, 0.04 * eyeDistance, 0.01 * eyeDistance);
  const without = (points: readonly number[], margin: number): Field =>
    feathered(hullOf(mesh, points), grid, -margin * eyeDistance, 0.03 * eyeDistance);
  const features = [
    ...BROWS.map((points) => without(points, 0.07)),
    ...EYES.map((points) => without(points, 0.06)),
    without(LIP_EDGE, 0.05),
    without(NOSTRILS, 0.03),
  ];
  return features.reduce((skin, feature) => combine(skin, feature, (s, f) => s * (1 - f)), inside);
}

/** Where a mouth that is taken from a frame of its own may show (0..1). */
export const mouthRegion = (mesh: FlatMesh, grid: CoarseGrid, eyeDistance: number): Field =>
  feathered(hullOf(mesh, MOUTH_REGION), grid, -0.02 * eyeDistance, 0.12 * eyeDistance);

/** Where eyes and brows that are taken from a frame of their own may show (0..1), left or right in the picture. */
export const eyeRegion = (mesh: FlatMesh, side: 0 | 1, grid: CoarseGrid, eyeDistance: number): Field =>
  feathered(hullOf(mesh, EYE_REGIONS[side]), grid, -0.06 * eyeDistance, 0.1 * eyeDistance);

/** Lips, eyes or brows (1), else 0: what the colour of skin must not be learned from when a part is laid in. */
export const partsOf = (
  mesh: FlatMesh,
  parts: readonly (readonly number[])[],
  grid: CoarseGrid,
  eyeDistance: number,
): Field =>
  parts
    .map((points) => feathered(hullOf(mesh, points), grid, -0.05 * eyeDistance, 0.02 * eyeDistance))
    .reduce((all, one) => combine(all, one, Math.max));

/** Eyes, nose and lips (1), in whose edges people are alike, so that blur can be told from a smooth skin, else 0. */
export const edgeMask = (mesh: FlatMesh, grid: CoarseGrid, eyeDistance: number): Field =>
  partsOf(mesh, [...EYES, NOSE, LIP_EDGE], grid, eyeDistance);
