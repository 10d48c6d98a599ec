import type { Field } from './field.ts';
import { addressOf, fieldBy, inWorkspace, kernels } from './workspace.ts';

/** Sharpening never goes further than this, or noise would be painted. */
const MOST = 0.9;
const LEAST = -0.4;

/**
 * Gives a luma field a wanted amount of fine detail (grain, pores, stubble; see `detailOf`), judged where `where` is above a
 * half: warping softens, and a mouth that is softer or crisper than it was is seen at once.
 */
export function matchDetail(field: Field, wanted: number, where: Field): Field {
  const have = detailOf(field, where);
  if (have < 1e-3 || wanted < 1e-3) return field;
  const guess = limit(wanted / have - 1);
  if (Math.abs(guess) < 0.01) return field;
  const reached = detailOf(sharpen(field, guess), where);
  const slope = (reached - have) / guess;
  return sharpen(field, limit(slope > 1e-6 ? (wanted - have) / slope : guess));
}

const limit = (amount: number): number => Math.min(MOST, Math.max(LEAST, amount));

/** Root mean square of the Laplacian where the weight is above a half. */
export const detailOf = ({ width, height, data }: Field, where: Field): number =>
  inWorkspace(() => kernels.detail(addressOf(data), addressOf(where.data), width, height));

const sharpen = ({ width, height, data }: Field, amount: number): Field =>
  fieldBy(width, height, (out) => kernels.sharpen(addressOf(data), out, width, height, amount));
