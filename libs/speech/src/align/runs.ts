import { SILENCE } from '@mondwerk/film';
import type { Scorer } from './scorer.ts';
import { PAUSE } from './soundModel.ts';
import type { WalkedStretch } from './walkStretches.ts';

/** Frames, half-open, that belong to one phone or one silence. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly ipa: string;
  /** Position of the line, -1 between lines. */
  readonly line: number;
  /** Position of the word in its line; -1 where none is known. */
  readonly word: number;
  /** Nats by which its frames fit another phone better, on average. */
  readonly gap: number;
}

/** A silence that is in no line. */
export const silent = (from: number, to: number): Run => ({
  from,
  to,
  ipa: SILENCE,
  line: -1,
  word: -1,
  gap: 0,
});

/** The phones of all stretches with silences between them, from frame 0 to `frames`. */
export function runsOf(walked: readonly WalkedStretch[], scorer: Scorer, frames: number): Run[] {
  const runs: Run[] = [];
  let frame = 0;
  for (const stretch of walked.toSorted((a, b) => a.from - b.from)) {
    if (stretch.from > frame) runs.push(silent(frame, stretch.from));
    runs.push(...stretchRuns(stretch, scorer));
    frame = stretch.from + stretch.path.length;
  }
  if (frame < frames) runs.push(silent(frame, frames));
  return joinSilences(runs);
}

function stretchRuns({ lattice, path, from }: WalkedStretch, scorer: Scorer): Run[] {
  const runs: Run[] = [];
  for (let start = 0, end = 0; start < path.length; start = end) {
    const place = lattice.phone[path[start]];
    let gap = 0;
    for (end = start; end < path.length && lattice.phone[path[end]] === place; end++) {
      if (place >= 0) gap += scorer.gap(from + end, lattice.emission[path[end]]);
    }
    if (place >= 0) {
      runs.push({ from: from + start, to: from + end, ...lattice.phones[place], gap: gap / (end - start) });
    } else {
      // A silence that holds a line's pause alone is that line's.
      const paused = lattice.emission[path[start]] === PAUSE;
      runs.push({ ...silent(from + start, from + end), line: paused ? (runs.at(-1)?.line ?? -1) : -1 });
    }
  }
  return runs;
}

/** Silences that follow each other in one line, or in none, become one. */
export function joinSilences(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last?.ipa === SILENCE && run.ipa === SILENCE && last.line === run.line) {
      joined[joined.length - 1] = { ...last, to: run.to };
    } else joined.push(run);
  }
  return joined;
}
