import type { FaceRegion } from '@mondwerk/compositing';
import { REFINED_LIPS } from '@mondwerk/face';
import { faceMask } from './faceMask.ts';
import { EYES, FEATURES, LIP_EDGE, OUTLINE } from './facePoints.ts';

/** Where lids fold when eyes open, and the bones' edge round the eyes, left and right in the picture. */
const UNDER_BROWS: readonly (readonly number[])[] = [
  [247, 30, 29, 27, 28, 56, 190, 25, 110, 24, 23, 22, 26, 112],
  [467, 260, 259, 257, 258, 286, 414, 255, 339, 254, 253, 252, 256, 341],
];
const SOCKETS: readonly (readonly number[])[] = [
  [113, 225, 224, 223, 222, 221, 189, 226, 31, 228, 229, 230, 231, 232, 233],
  [342, 445, 444, 443, 442, 441, 413, 446, 261, 448, 449, 450, 451, 452, 453],
];

/** The region of a face in which it is looked for what is in front of it: all of it, mouth and eyes open and close. */
export const WHOLE_FACE: FaceRegion = {
  points: [...OUTLINE, ...FEATURES],
  openings: [
    { edge: LIP_EDGE, round: 0.05, opening: REFINED_LIPS.slice(20, 40) },
    ...EYES.map((lids, side) => ({
      edge: [...lids, ...SOCKETS[side]],
      round: 0.04,
      opening: [...lids, ...UNDER_BROWS[side]],
    })),
  ],
  tellsShade: true,
  mask: ({ mesh, eyeDistance }, grid) => faceMask(mesh, grid, eyeDistance),
};
