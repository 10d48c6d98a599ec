/** The value that `share` (0..1) of some numbers lie below; 0 of none, the largest at most. */
export function quantile(values: Iterable<number>, share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** The middle one of some numbers, the upper of two; 0 of none. */
export const median = (values: Iterable<number>): number => quantile(values, 0.5);
