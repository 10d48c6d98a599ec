import { meshInPicture, openLips, type MeshPair, type SteadyFrame } from '@mondwerk/face';
import { clearChin } from './clearChin.ts';
import { wantedGaps, type FacePair } from './facePair.ts';
import type { PlannedFace } from './plannedFace.ts';

/**
 * Carries the shown performer's face, doing what the head in the frame does, into the picture; where the plan eases in or out,
 * the shape moves along with it.
 */
export function wantedFace(
  pair: FacePair,
  steady: SteadyFrame,
  { strength }: Pick<PlannedFace, 'strength'>,
): MeshPair {
  const target = wantedShape(pair, steady.shape);
  const shape = steady.shape.map((value, i) => value + strength * (target[i] - value));
  return {
    seen: meshInPicture(steady.shape, steady.pose),
    wanted: meshInPicture(shape, steady.pose),
    eyeDistance: steady.pose.scale,
  };
}

/** The shown performer's face doing what `shape`, the replaced performer's, does; both 468 × 3 in the replaced head's frame. */
export function wantedShape(pair: FacePair, shape: Float32Array): Float32Array {
  const { neutral, base, gain } = pair;
  const moved = shape.map((value, i) => base[i] + gain[i] * (value - neutral[i]));
  return clearChin(openLips(moved, wantedGaps(pair, shape)), base);
}
