import type { CoarseGrid } from './coarseGrid.ts';
import type { PlacedFace } from './facePlaces.ts';
import { combine, type Field } from './field.ts';
import { feathered, hullOf } from './hull.ts';

/** A part of a face that opens and closes, by mesh points: the mouth, an eye. */
export interface FaceOpening {
  /** The outer edge of its lips or lids, and how much more round it moves with them, in eye distances. */
  readonly edge: readonly number[];
  readonly round: number;
  /** What is seen between them. */
  readonly opening: readonly number[];
}

/** A region of a face in which it is looked for what is in front. */
export interface FaceRegion {
  /** Mesh points that carry the region of one face onto another; their hull is the region. */
  readonly points: readonly number[];
  readonly openings: readonly FaceOpening[];
  /** Whether folds and shadows are told from things: what has the face's hue and shows its features, or is small, is light. */
  readonly tellsShade?: boolean;
  /** Where something new may show (0..1). */
  readonly mask: (face: PlacedFace, grid: CoarseGrid) => Field;
}

/** Where on a grid lips or lids are, and where it is seen between them. */
export interface MovingParts {
  readonly edges: Field;
  readonly opening: Field;
}

/** The parts of a region that open and close, on a grid over a face. */
export function movingPartsOf(
  { openings }: FaceRegion,
  { mesh, eyeDistance }: PlacedFace,
  grid: CoarseGrid,
): MovingParts {
  const soft = 0.02 * eyeDistance;
  const all = (one: (part: FaceOpening) => Field): Field =>
    openings.map(one).reduce((a, b) => combine(a, b, Math.max));
  return {
    edges: all(({ edge, round }) => feathered(hullOf(mesh, edge), grid, -round * eyeDistance, soft)),
    opening: all(({ opening }) => feathered(hullOf(mesh, opening), grid, -soft, soft)),
  };
}

/** A region (1) without its outline, which a turned head shows elsewhere, else 0. */
export const insideOf = (
  { points }: FaceRegion,
  { mesh, eyeDistance }: PlacedFace,
  grid: CoarseGrid,
): Field => feathered(hullOf(mesh, points), grid, 0.04 * eyeDistance, 0.02 * eyeDistance);
