import { SHAPE_LENGTH } from './mouthPoints.ts';

/** A mouth moving: for each frame, how far each of `MOUTH_POINTS` is from the speaker's rest (x, y, z, eye distances). */
export interface MouthMotion {
  readonly frames: number;
  readonly displacement: Float32Array;
}

/** The mouth's own shape in one frame: rest plus displacement. */
export function shapeAt(motion: MouthMotion, frame: number, rest: Float32Array): Float32Array {
  const offset = frame * SHAPE_LENGTH;
  return rest.map((value, index) => value + motion.displacement[offset + index]);
}
