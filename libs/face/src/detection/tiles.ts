import type { Region } from '../region.ts';

/** Tiles overlap so much that a face too small for the level above lies whole in one of them. */
const OVERLAP = 0.14;

/** Below this many picture pixels a tile would only be blown up. */
const SMALLEST_TILE = 256;

/** A level is skipped when it sees hardly more than the one above. */
const WORTHWHILE = 1.5;

/**
 * Square tiles that a detector looks at: the whole picture, then squares of its shorter side, and for a `fine`
 * search squares of half of that, in which a face of 4 % of the shorter side is 8 % of the tile.
 */
export function tilesOf(width: number, height: number, fine: boolean): Region[] {
  const shorter = Math.min(width, height);
  const whole = Math.max(width, height);
  const sizes = [whole];
  for (const size of fine ? [shorter, shorter / 2] : [shorter]) {
    if (size >= SMALLEST_TILE && size * WORTHWHILE <= sizes.at(-1)!) sizes.push(size);
  }
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
