import type { Region } from '../region.ts';

/** Tiles overlap so much that a face too small for the level above lies whole in one of them. */
const OVERLAP = 0.14;

/** Below this many picture pixels a tile would only be blown up. */
const SMALLEST_TILE = 256;

/** Side of the small tiles, in shorter sides of the picture: a face of 4 % of it is 6 % of a tile, enough to be seen. */
const SMALL_TILE = 2 / 3;

/** Small tiles are left out where they would see hardly more than the whole. */
const WORTHWHILE = 1.45;

/**
 * Square tiles that a detector looks at: the whole picture, and for a `fine` search overlapping squares of two
 * thirds of its shorter side.
 */
export function tilesOf(width: number, height: number, fine: boolean): Region[] {
  const whole = Math.max(width, height);
  const small = Math.max(SMALLEST_TILE, SMALL_TILE * Math.min(width, height));
  const sizes = fine && small * WORTHWHILE <= whole ? [whole, small] : [whole];
  return sizes.flatMap((size) => levelOf(width, height, size));
}

function levelOf(width: number, height: number, size: number): Region[] {
  return centres(height, size).flatMap((centreY) =>
    centres(width, size).map((centreX) => ({ centreX, centreY, size, angle: 0 })),
  );
}

/** Centres of the fewest overlapping stretches of `size` that cover `length`. */
function centres(length: number, size: number): number[] {
  if (length <= size) return [length / 2];
  const count = Math.ceil((length - size) / (size * (1 - OVERLAP))) + 1;
  return Array.from({ length: count }, (_, index) => size / 2 + ((length - size) * index) / (count - 1));
}
