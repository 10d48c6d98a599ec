import type { CoarseGrid } from './coarseGrid.ts';
import { placesIn, type PlacedFace, readAt } from './facePlaces.ts';
import { insideOf, type MovingParts, movingPartsOf } from './faceRegion.ts';
import { blankField, blur, combine, type Field } from './field.ts';
import { eachPlane, type Fields } from './planes.ts';
import { inLight, learnSlowLight } from './slowLight.ts';
import type { UsualFace } from './usualFace.ts';

/** How strange a face looks, cell by cell of a coarse grid. */
export interface Strangeness {
  /** Distance from the usual face in usual spreads: about 1 where all is well, 5 and more where something else is seen. */
  readonly distance: Field;
  /** 1 where the usual face says something. */
  readonly known: Field;
  /** 0 where it is seen between lips or lids, and next to there, as they are never quite where a mesh says; 1 elsewhere. */
  readonly outside: Field;
  /** The usual face as it would look here. */
  readonly expected: Fields;
}

/** How far lips and skin may lie above or below where the mesh says, in cells. */
const LIPS_OFF = 3;
const SKIN_OFF = 1;

/** Spread of the opening, in cells, within which what is seen may be a part of it. */
const NEAR_OPENING = 1.5;

/** Teeth, tongue and dark come and go between the lips: so much of what is strange there is forgiven. */
const INSIDE = 0.4;

/** Compares a frame's face, on the coarse grid of a part of it, with the performer's usual one in the frame's own light. */
export function strangenessOf(
  seen: Fields,
  grid: CoarseGrid,
  face: PlacedFace,
  usual: UsualFace,
): Strangeness {
  const { width, height } = grid;
  const field = (data: Float32Array): Field => ({ width, height, data });
  const { read } = readAt(
    [...usual.mean, ...usual.spread, usual.known],
    usual.grid,
    placesIn(face, grid, usual.face, usual.region.points),
  );
  const known = combine(field(read[5]), insideOf(usual.region, face, grid), (k, f) =>
    k > 0.99 && f > 0.5 ? 1 : 0,
  );
  const mean = eachPlane((k) => field(read[k]));
  const expected = inLight(mean, learnSlowLight(seen, mean, known));
  const spread = [field(read[3]), field(read[4])] as const;
  const parts = movingPartsOf(usual.region, face, grid);
  return {
    distance: distanceFrom(seen, { mean: expected, spread }, known, parts),
    known,
    outside: combine(blur(parts.opening, NEAR_OPENING), parts.edges, (o, l) => (o > 0.02 && l > 0.1 ? 0 : 1)),
    expected,
  };
}

/** How far each known cell lies from what is expected there or, as lips are never quite where a mesh says, above or below. */
export function distanceFrom(
  seen: Fields,
  { mean, spread: [luma, chroma] }: Pick<UsualFace, 'mean' | 'spread'>,
  known: Field,
  { edges, opening }: MovingParts,
): Field {
  const { width, height } = known;
  const distance = blankField(width, height);
  const apart = (i: number, j: number): number => {
    const y = (seen[0].data[i] - mean[0].data[j]) / luma.data[j];
    const u = (seen[1].data[i] - mean[1].data[j]) / chroma.data[j];
    const v = (seen[2].data[i] - mean[2].data[j]) / chroma.data[j];
    return y * y + u * u + v * v;
  };
  for (let i = 0; i < distance.data.length; i++) {
    if (known.data[i] === 0) continue;
    let least = apart(i, i);
    const reach = edges.data[i] > 0.1 ? LIPS_OFF : SKIN_OFF;
    for (let k = width; k <= reach * width && least > 1; k += width) {
      if (known.data[i - k] === 1) least = Math.min(least, apart(i, i - k));
      if (known.data[i + k] === 1) least = Math.min(least, apart(i, i + k));
    }
    distance.data[i] = Math.sqrt(least) * (1 - INSIDE * opening.data[i]);
  }
  return distance;
}
