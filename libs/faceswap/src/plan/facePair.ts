import type { FaceAtlas } from '../donor/faceAtlas.ts';

/** How the shown performer's features lie on the replaced performer's head; all three 468 × 3, in that head's own frame. */
export interface FacePair {
  readonly replaced: string;
  readonly shown: string;
  /** The replaced performer's face at rest. */
  readonly neutral: Float32Array;
  /** The shown performer's face at rest, carried on to that head. */
  readonly base: Float32Array;
  /** How far each point of `base` goes for what the same point of `neutral` goes. */
  readonly gain: Float32Array;
}

/** Lays the shown performer's features on the replaced performer's head. */
export function pairFaces(replaced: FaceAtlas, shown: FaceAtlas): FacePair {
  throw new Error(`not paired yet: ${replaced.performer} ${shown.performer}`);
}
