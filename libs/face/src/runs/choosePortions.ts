import { chooseRuns, type RunCosts } from './chooseRuns.ts';
import type { Gallery } from './gallery.ts';

/** So many frames are chosen for at once: every path through them is held. */
const PORTION = 1500;

/** So many more are looked at, so that what comes next has its say, and are then chosen for again. */
const AHEAD = 60;

/** As `chooseRuns`, portion by portion, so that memory does not grow with the length of a track. */
export function* choosePortions<W>(
  wanted: readonly W[],
  gallery: Gallery,
  costs: RunCosts<W>,
): Generator<void, number[]> {
  const chosen: number[] = [];
  while (chosen.length < wanted.length) {
    const start = chosen.length;
    const left = wanted.length - start;
    const kept = left <= PORTION + AHEAD ? left : PORTION;
    const ahead = wanted.slice(start, start + Math.min(left, kept + AHEAD));
    const found = yield* chooseRuns(ahead, gallery, costs, chosen.at(-1));
    chosen.push(...found.slice(0, kept));
  }
  return chosen;
}
