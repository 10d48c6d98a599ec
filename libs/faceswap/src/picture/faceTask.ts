import type { HeadPatch, PictureSource } from '@mondwerk/compositing';
import type { KnownFace } from './knownFace.ts';

/**
 * Everything that one head in one frame needs to get another performer's face: `seen` is the replaced performer's, `wanted` the
 * shown performer's as it shall be on that head, with their features and the head's pose, expression and mouth.
 */
export interface FaceTask extends HeadPatch {
  /** Frames of the shown performer, cut out: the whole face, the likest first; their weights sum to 1. */
  readonly faces: readonly PictureSource[];
  /** Of the mouth, where other frames have a liker one than `faces`; weights sum to 1; empty: as in `faces`. */
  readonly mouths: readonly PictureSource[];
  /** Of the eyes and brows, likewise. */
  readonly eyes: readonly PictureSource[];
  /** What the replaced performer looks like in this shot (`learnKnownFace`): against it stands out what is in front of them in this frame; nothing is looked for when left out. */
  readonly known?: KnownFace;
  /** Whether luma goes from 0 to the most that the depth can hold, instead of from 16 to 235 in 8 bits. */
  readonly fullRange?: boolean;
}
