import type { FaceRegion } from '@mondwerk/compositing';
import { REFINED_LIPS } from '@mondwerk/face';
import { faceMask } from './faceMask.ts';
import { EYES, FEATURES, LIP_EDGE, OUTLINE } from './facePoints.ts';

/** The region of a face in which it is looked for what is in front of it: all of it, mouth and eyes open and close. */
export const WHOLE_FACE: FaceRegion = {
  points: [...OUTLINE, ...FEATURES],
  openings: [
    { edge: LIP_EDGE, round: 0.05, opening: REFINED_LIPS.slice(20, 40) },
    ...EYES.map((lids) => ({ edge: lids, round: 0.06, opening: lids })),
  ],
  mask: ({ mesh, eyeDistance }, grid) => faceMask(mesh, grid, eyeDistance),
};
