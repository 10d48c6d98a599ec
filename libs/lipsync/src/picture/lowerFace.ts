import type { FaceRegion } from '@mondwerk/compositing';
import { LIP_EDGE, LIP_OPENING, SOURCE_POINTS } from './controlPoints.ts';
import { mouthMask } from './mouthMask.ts';

/** The region of a face in which it is looked for what is in front of a mouth. */
export const LOWER_FACE: FaceRegion = {
  points: SOURCE_POINTS,
  openings: [{ edge: LIP_EDGE, round: 0.05, opening: LIP_OPENING }],
  mask: ({ mesh, eyeDistance }, grid) => mouthMask(mesh, grid, eyeDistance),
};
