import type { Box, Picture } from '@mondwerk/film';
import type { FlatMesh } from './coarseGrid.ts';

/** A piece of the performer's own footage, cut out of another frame. */
export interface PictureSource {
  readonly picture: Picture;
  /** Where the cut-out lies in its frame. */
  readonly box: Box;
  /** The face in that frame: 468 × (x, y) in that frame's pixels. */
  readonly mesh: FlatMesh;
  /** How much this source counts where several are dissolved; all weights of a task sum to 1. */
  readonly weight: number;
}
