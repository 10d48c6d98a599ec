import { LIP_EDGE, MASK_POINTS } from './controlPoints.ts';
import {
  type CoarseGrid,
  feathered,
  type Field,
  type FlatMesh,
  hullOf,
  type PictureSettings,
  USUAL_PICTURE,
} from '@mondwerk/compositing';

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
