import type { FlatMesh } from '@mondwerk/compositing';

/** Pixels between the outer corners of the eyes. */
export const eyesApart = (mesh: FlatMesh): number =>
  Math.hypot(mesh[2 * 263] - mesh[2 * 33], mesh[2 * 263 + 1] - mesh[2 * 33 + 1]);
