import { LIP_PAIRS, LIP_RING_PAIRS } from './lipPairs.ts';

/** How far each ring's points go of what the pair moves: the lower lip does most of it and goes as a whole, or it would swell. */
const UPPER = [0.3, 0.2, 0.1, 0] as const;
const LOWER = [0.7, 0.65, 0.6, 0.5] as const;

/** A crack up to this wide, in eye distances, is kept as wide as it is wanted; wider openings are left to the plan. */
const CRACK = 0.04;
const WIDE = 0.06;

/**
 * Holds the inner lips of a head shape as near together as the wanted 41-point mouth has them, where they are further apart;
 * a narrow crack, as f and v need between lip and teeth, is opened as well where projection or smoothing pressed it shut.
 * `wanted` gives the height of the opening per pair in eye distances.
 */
export const holdLips = (shape: Float32Array, wanted: readonly number[]): Float32Array =>
  moveLips(shape, wanted, (excess, want) => (excess > 0 ? excess : excess * crackOf(want)));

/** Opens the inner lips of a head shape exactly as far as is wanted, pair by pair in eye distances. */
export const openLips = (shape: Float32Array, wanted: readonly number[]): Float32Array =>
  moveLips(shape, wanted, (excess) => excess);

/** Brings lips together by what `moveOf` makes of how much further than wanted a pair is apart. */
function moveLips(
  shape: Float32Array,
  wanted: readonly number[],
  moveOf: (excess: number, want: number) => number,
): Float32Array {
  const out = Float32Array.from(shape);
  LIP_PAIRS.forEach(([upper, lower], i) => {
    const gap = shape[3 * lower + 1] - shape[3 * upper + 1];
    const moved = moveOf(gap - Math.max(0, wanted[i]), wanted[i]);
    if (moved === 0) return;
    LIP_RING_PAIRS.forEach((ring, r) => {
      out[3 * ring[i][0] + 1] += UPPER[r] * moved;
      out[3 * ring[i][1] + 1] -= LOWER[r] * moved;
    });
  });
  return out;
}

/** How much an opening counts as a crack: 1 up to its width, 0 where it is wide. */
const crackOf = (wanted: number): number => Math.min(1, Math.max(0, (WIDE - wanted) / (WIDE - CRACK)));

/** The height of the opening at each pair of inner-lip points, from a way to read a mesh point's y. */
export const openingOf = (heightOf: (point: number) => number): number[] =>
  LIP_PAIRS.map(([upper, lower]) => heightOf(lower) - heightOf(upper));
