import type { ModelCard } from './cards.ts';
import type { Session } from './session.ts';

/** Noise in the card's range, the same on every machine (a linear congruential generator, Numerical Recipes). */
export function checkInput({ input: { size, low, high } }: ModelCard): Float32Array {
  let state = 1;
  return Float32Array.from({ length: size * size * 3 }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return low + ((high - low) * state) / 2 ** 32;
  });
}

/** Runs the converted network on the noise and compares. @throws Error naming the output that is too far off. */
export async function checkConversion(
  card: ModelCard,
  session: Session,
  input: Float32Array,
  expected: ReadonlyMap<string, Float32Array>,
): Promise<void> {
  const outputs = await session.run(input);
  for (const [name, truth] of expected) {
    const difference = largestDifference(outputs[name], truth);
    // Written so that a difference that is not a number fails too.
    if (!(difference <= card.tolerance)) {
      throw new Error(
        `converted ${card.name} differs from TensorFlow.js by ${difference} in ${name}; ${card.tolerance} is allowed`,
      );
    }
  }
}

/** The largest absolute difference of two lists; NaN when the lengths differ or a number is missing. */
export function largestDifference(a: Float32Array | undefined, b: Float32Array): number {
  if (a?.length !== b.length) return NaN;
  return a.reduce((largest, value, index) => {
    const difference = Math.abs(value - b[index]);
    return largest >= difference || Number.isNaN(largest) ? largest : difference;
  }, 0);
}
