import type { DrawnMask, FlatMesh, PictureSettings, PictureSource } from '@mondwerk/compositing';
import type { Box, Picture } from '@mondwerk/film';
import type { KnownFace } from './knownFace.ts';

/** Everything that one head in one frame needs to get another performer's face. */
export interface FaceTask {
  /** The part of the frame inside `box`, aligned to whole chroma samples. */
  readonly plate: Picture;
  readonly box: Box;
  /** The replaced performer's face as it is: 468 × (x, y) in the frame's pixels. */
  readonly seen: FlatMesh;
  /** The shown performer's face as it shall be on that head: their features, the head's pose, expression and mouth. */
  readonly wanted: FlatMesh;
  /** Of the head in the frame, in pixels. */
  readonly eyeDistance: number;
  /** Frames of the shown performer, cut out: the whole face, the likest first; their weights sum to 1. */
  readonly faces: readonly PictureSource[];
  /** Of the mouth, where other frames have a liker one than `faces`; weights sum to 1; empty: as in `faces`. */
  readonly mouths: readonly PictureSource[];
  /** Of the eyes and brows, likewise. */
  readonly eyes: readonly PictureSource[];
  /** 0 leaves the frame as it is, 1 is the new face wholly. */
  readonly strength: number;
  /** As usual when left out. */
  readonly settings?: PictureSettings;
  /** What people drew over this face; it goes before what is found in front of it. */
  readonly masks?: readonly DrawnMask[];
  /** What the replaced performer looks like in this shot (`learnKnownFace`): against it stands out what is in front of them in this frame; nothing is looked for when left out. */
  readonly known?: KnownFace;
  /** Whether luma goes from 0 to the most that the depth can hold, instead of from 16 to 235 in 8 bits. */
  readonly fullRange?: boolean;
}

/** The new content of a face task's box. */
export interface RenderedFace {
  readonly picture: Picture;
  /** Share of the face (0..1) that something in front hides and that was kept. */
  readonly hidden: number;
}
