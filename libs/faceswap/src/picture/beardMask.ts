import { combine, type Field, smoothStep } from '@mondwerk/compositing';

/** How many times rougher than the upper face its beard is: it is doubted from the first on, and sure from the second. */
const ROUGH = [1.1, 1.6] as const;

/** Beards grow from here down, along the face from the bridge of the nose (0) to the chin (1). */
const BEGINS = [0.3, 0.45] as const;

/**
 * Where a face is bearded (1), else 0, by how rough it is (`roughnessOf`) so far down (`faceAxis`): of a beard nothing can be
 * learned about light and skin.
 */
export const beardMask = (rough: Field, down: Field): Field =>
  combine(
    rough,
    down,
    (r, d) =>
      smoothStep((r - ROUGH[0]) / (ROUGH[1] - ROUGH[0])) *
      smoothStep((d - BEGINS[0]) / (BEGINS[1] - BEGINS[0])),
  );
