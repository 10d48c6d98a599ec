/** An interval of a tier. */
export interface ReadInterval {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A TextGrid as Praat understands it: free numbers, quoted texts and `<exists>`, whatever stands between them. */
export interface ReadTextGrid {
  readonly seconds: number;
  readonly tiers: ReadonlyMap<string, readonly ReadInterval[]>;
}

/** Reads a TextGrid of interval tiers as Praat does: only what is a number by itself, or in quotes, counts. */
export function readTextGrid(text: string): ReadTextGrid {
  const values = [...text.matchAll(/"((?:[^"]|"")*)"|(?<![\w[\]])(-?\d+(?:\.\d+)?)(?![\w\]])/g)].map(
    ([, quoted, number]) => (quoted === undefined ? Number(number) : quoted.replaceAll('""', '"')),
  );
  const next = <T extends string | number>(): T => values.shift() as T;
  if (next() !== 'ooTextFile' || next() !== 'TextGrid') throw new Error('it is no TextGrid');
  const [, seconds, size] = [next<number>(), next<number>(), next<number>()];
  const tiers = new Map<string, ReadInterval[]>();
  for (let tier = 0; tier < size; tier++) {
    if (next() !== 'IntervalTier') throw new Error('it has a tier of points');
    const name = next<string>();
    const [, , count] = [next(), next(), next<number>()];
    const intervals = Array.from({ length: count }, () => {
      const [start, end] = [next<number>(), next<number>()];
      return { start, end, text: next<string>() };
    });
    tiers.set(name, intervals);
  }
  if (values.length > 0) throw new Error('something stands behind its end');
  return { seconds, tiers };
}
