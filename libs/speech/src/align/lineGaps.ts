import { median } from '@mondwerk/film';
import type { Scorer } from './scorer.ts';
import type { WalkedStretch } from './walkStretches.ts';

/**
 * Nats by which the phones of a found line fit their frames less well than whichever phone fits each best: the median
 * line's. It is small where text and sound agree, and larger in noise.
 */
export function typicalGap(walked: readonly WalkedStretch[], scorer: Scorer): number {
  const gaps = new Map<number, { sum: number; frames: number }>();
  for (const { lattice, path, from } of walked) {
    path.forEach((state, at) => {
      const place = lattice.phone[state];
      if (place < 0) return;
      const { line } = lattice.phones[place];
      const gap = gaps.get(line) ?? { sum: 0, frames: 0 };
      gaps.set(line, gap);
      gap.sum += scorer.gap(from + at, lattice.emission[state]);
      gap.frames++;
    });
  }
  return median([...gaps.values()].map(({ sum, frames }) => sum / frames));
}
