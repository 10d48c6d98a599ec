import type { ExpectedWord, Lattice } from './lattice.ts';
import { layLattice } from './layLattice.ts';
import type { Stretch } from './planStretches.ts';
import type { Scorer } from './scorer.ts';
import type { SoundModel } from './soundModel.ts';
import { LatticeWalker } from './walkLattice.ts';

/** An aligned stretch: the states of a lattice that its frames, from `from` on, were given. */
export interface WalkedStretch {
  readonly from: number;
  readonly lattice: Lattice;
  readonly path: Int32Array;
}

/** The words of every line. */
export type WordsOfLines = readonly (readonly ExpectedWord[])[];

/** How lines are looked for. */
export interface Search {
  /** What it costs to leave a whole line out, in nats. */
  readonly leavingOut: number;
  /** Paths this many nats worse than the best are given up. */
  readonly beam: number;
}

/** Finds the best path through every stretch of sound; stretches without words are left out. */
export function walkStretches(
  stretches: readonly Stretch[],
  wordsOf: WordsOfLines,
  scorer: Scorer,
  model: SoundModel,
  { leavingOut, beam }: Search,
): WalkedStretch[] {
  const walker = new LatticeWalker();
  return stretches.flatMap(({ lines, windows, span }) => {
    const expected = lines
      .map((line, at) => ({ words: wordsOf[line], window: windows[at] }))
      .filter(({ words }) => words.length > 0);
    if (expected.length === 0) return [];
    const lattice = layLattice(expected, model, leavingOut);
    const path = walker.walk(lattice, scorer, span, beam);
    return path === undefined ? [] : [{ from: span.from, lattice, path }];
  });
}
