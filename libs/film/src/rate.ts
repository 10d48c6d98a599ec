/** Frames (or samples) per second as an exact fraction: 24000/1001 is not 23.976. */
export interface Rate {
  readonly num: number;
  readonly den: number;
}

/** Makes a rate in lowest terms. @throws RangeError when either part is not a positive integer. */
export function rate(num: number, den = 1): Rate {
  if (!Number.isSafeInteger(num) || !Number.isSafeInteger(den) || num <= 0 || den <= 0) {
    throw new RangeError(`a rate needs two positive whole numbers, not ${num}/${den}`);
  }
  const divisor = greatestCommonDivisor(num, den);
  return { num: num / divisor, den: den / divisor };
}

/** The rate as a plain number per second, for arithmetic that need not be exact. */
export const perSecond = (r: Rate): number => r.num / r.den;

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
