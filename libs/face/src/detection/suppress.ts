import type { Box } from '@mondwerk/film';

import { sameFace } from '../box.ts';

/** Keeps the best of every group that marks the same face, best first (greedy non-maximum suppression). */
export function suppress<T extends { readonly box: Box; readonly score: number }>(found: readonly T[]): T[] {
  const kept: T[] = [];
  for (const each of found.toSorted((a, b) => b.score - a.score)) {
    if (!kept.some((better) => sameFace(better.box, each.box))) kept.push(each);
  }
  return kept;
}
