import type { FlatMesh } from '@mondwerk/compositing';
import type { Box, ColourTags, Picture } from '@mondwerk/film';

/** A face in one frame, as generators are given it. */
export interface FaceInFrame {
  /** The part of the frame inside `box`, aligned to whole chroma samples. */
  readonly plate: Picture;
  readonly box: Box;
  /** With its matrix named (`matrixOf` the whole frame), for a cut-out no longer tells how large the film is. */
  readonly colour: ColourTags;
  /** The face: 468 × (x, y) in the frame’s pixels. */
  readonly mesh: FlatMesh;
}
