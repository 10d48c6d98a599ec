import type { MeshPair, SteadyFrame } from '@mondwerk/face';
import type { FacePair } from './facePair.ts';
import type { PlannedFace } from './plannedFace.ts';

/** Carries the shown performer's face, doing what the head in the frame does, into the picture; where the plan eases in or out, the shape moves along with it. */
export function wantedFace(
  pair: FacePair,
  steady: SteadyFrame,
  plan: Pick<PlannedFace, 'strength'>,
): MeshPair {
  throw new Error(`not wanted yet: ${pair.shown} ${steady.frame} ${plan.strength}`);
}
