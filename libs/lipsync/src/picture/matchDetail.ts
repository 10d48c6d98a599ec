import { blankField, type Field } from './field.ts';

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
export function detailOf(field: Field, where: Field): number {
  const { width, height, data } = field;
  let sum = 0;
  let count = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
      if (where.data[i] <= 0.5) continue;
      const laplacian = data[i - 1] + data[i + 1] + data[i - width] + data[i + width] - 4 * data[i];
      sum += laplacian * laplacian;
      count++;
    }
  }
  return count === 0 ? 0 : Math.sqrt(sum / count);
}

function sharpen(field: Field, amount: number): Field {
  const { width, height, data } = field;
  const out = blankField(width, height);
  out.data.set(data);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
      const around = (data[i - 1] + data[i + 1] + data[i - width] + data[i + width]) / 4;
      out.data[i] = data[i] + amount * (data[i] - around);
    }
  }
  return out;
}
