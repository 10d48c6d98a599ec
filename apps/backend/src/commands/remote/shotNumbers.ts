import { Refusal } from '@mondwerk/film';

/** Numbers of shots as people write them on a command line. @throws Refusal `shots-unknown` for what is none. */
export function readShotNumbers(words: readonly string[]): number[] {
  const wrong = words.find((word) => !/^\d+$/.test(word));
  if (wrong === undefined) return words.map(Number);
  throw new Refusal(
    'shots-unknown',
    `“${wrong}” is no number of a shot: write 0 for the first, 1 for the second.`,
  );
}
