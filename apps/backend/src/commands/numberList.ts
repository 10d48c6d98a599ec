import { InvalidArgumentError } from 'commander';

/** Numbers that a person names reach no further than this from one another. */
const MOST = 100_000;

/** Reads `3,7-9` as 3, 7, 8, 9. @throws InvalidArgumentError that says it is of `what`. */
export const readNumberList = (text: string, what: string): number[] =>
  text.split(',').flatMap((piece) => {
    const range = /^\s*(\d{1,6})(?:\s*-\s*(\d{1,6}))?\s*$/.exec(piece);
    if (range === null) throw new InvalidArgumentError(`It is ${what} numbers such as 3,7-9.`);
    const [from, to] = [Number(range[1]), Number(range[2] ?? range[1])];
    return Array.from({ length: Math.max(0, Math.min(MOST, to - from + 1)) }, (_, i) => from + i);
  });
