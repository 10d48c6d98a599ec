/** On which level each of some spans lies, so that those at once lie under each other; three levels at most. */
export function layLines(spans: readonly { readonly start: number; readonly end: number }[]): {
  readonly levels: Uint8Array;
  readonly count: number;
} {
  const levels = new Uint8Array(spans.length);
  const free = [0, 0, 0];
  let count = 1;
  spans.forEach(({ start, end }, at) => {
    const level = free.findIndex((from) => from <= start + OVERLAP);
    // What is said by a fourth at once lies over the third.
    levels[at] = level === -1 ? free.length - 1 : level;
    free[levels[at]] = end;
    count = Math.max(count, levels[at] + 1);
  });
  return { levels, count };
}

/** Frames by which one line may run into the next without being said at once. */
const OVERLAP = 2;
