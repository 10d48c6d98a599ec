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
  /** Nats in a frame by which its edges, where they are, are better than a little earlier or later. */
  readonly sharpness: number;
}

/** A silence that is in no line. */
export const silent = (from: number, to: number): Run => ({
  from,
  to,
  ipa: SILENCE,
  line: -1,
  word: -1,
  gap: 0,
  sharpness: 0,
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

function stretchRuns(stretch: WalkedStretch, scorer: Scorer): Run[] {
  const { lattice, path, from } = stretch;
  const runs: Run[] = [];
  let before = 0;
  for (let start = 0, end = 0; start < path.length; start = end) {
    const place = lattice.phone[path[start]];
    let gap = 0;
    for (end = start; end < path.length && lattice.phone[path[end]] === place; end++) {
      if (place >= 0) gap += scorer.gap(from + end, lattice.emission[path[end]]);
    }
    const after = sharpnessAt(stretch, end, scorer);
    if (place >= 0) {
      const fit = { gap: gap / (end - start), sharpness: (before + after) / 2 };
      runs.push({ from: from + start, to: from + end, ...lattice.phones[place], ...fit });
    } else {
      // A silence that holds a line's pause alone is that line's.
      const paused = lattice.emission[path[start]] === PAUSE;
      runs.push({ ...silent(from + start, from + end), line: paused ? (runs.at(-1)?.line ?? -1) : -1 });
    }
    before = after;
  }
  return runs;
}

/** Frames to either side of an edge that it is judged by. */
const near = 4;

/** How much dearer the frames around the edge before place `at` would be on the other side of it, in nats a frame. */
function sharpnessAt({ lattice, path, from }: WalkedStretch, at: number, scorer: Scorer): number {
  if (at === 0 || at >= path.length) return 0;
  const [left, right] = [lattice.emission[path[at - 1]], lattice.emission[path[at]]];
  let sum = 0;
  for (let frame = Math.max(0, at - near); frame < Math.min(path.length, at + near); frame++) {
    const better = scorer.score(from + frame, left) - scorer.score(from + frame, right);
    sum += frame < at ? better : -better;
  }
  return Math.max(0, sum / near);
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
