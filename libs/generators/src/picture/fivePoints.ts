import type { FlatMesh } from '@mondwerk/compositing';

/** Points of the mesh whose middles are the five: six round each eye, the nose’s tip, the corners of the mouth (as of 68 landmarks). */
const OF_FIVE: readonly (readonly number[])[] = [
  [33, 160, 158, 133, 153, 144],
  [362, 385, 387, 263, 373, 380],
  [4],
  [61],
  [291],
];

/** The five points that faces are aligned by, in the mesh’s own pixels: eyes, nose, corners of the mouth. */
export const fivePointsOf = (mesh: FlatMesh): readonly (readonly [number, number])[] =>
  OF_FIVE.map((points) => [
    points.reduce((sum, p) => sum + mesh[2 * p], 0) / points.length,
    points.reduce((sum, p) => sum + mesh[2 * p + 1], 0) / points.length,
  ]);
