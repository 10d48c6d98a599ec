import type { Atlas } from '../atlas/buildAtlas.ts';
import { withMouth } from '../atlas/mouthSpace.ts';
import { holdLips, meshInPicture, type MeshPair, type SteadyFrame } from '@mondwerk/face';
import type { PlannedMouth } from './planMouths.ts';

/** Carries a planned mouth into the picture; where the plan eases in or out, the shape moves along with it. */
export function wantedMesh(atlas: Pick<Atlas, 'space'>, steady: SteadyFrame, plan: PlannedMouth): MeshPair {
  const target = holdLips(withMouth(atlas.space, steady.shape, plan.coordinates), plan.openings);
  const shape = steady.shape.map((value, i) => value + plan.strength * (target[i] - value));
  return {
    seen: meshInPicture(steady.shape, steady.pose),
    wanted: meshInPicture(shape, steady.pose),
    eyeDistance: steady.pose.scale,
  };
}
