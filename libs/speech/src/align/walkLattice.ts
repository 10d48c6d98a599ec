import type { FrameWindow, Lattice } from './lattice.ts';
import type { Scorer } from './scorer.ts';
import { Traces } from './traces.ts';

/** After this many frames the older half of the path is settled and its memory given back. */
const patience = 12000;

const STAY = 0;

/** Walks lattices, one after another, in the same memory. */
export class LatticeWalker {
  private readonly traces = new Traces();

  /**
   * The best state of each frame of `span` (Viterbi 1967), entering at the first state or behind it and leaving by an
   * exit; `undefined` where the states do not fit in. What grows with the recording is the path alone.
   * @param beam - paths this many nats worse than the best are given up
   */
  walk(lattice: Lattice, scorer: Scorer, span: FrameWindow, beam: number): Int32Array | undefined {
    const path = new Int32Array(span.to - span.from);
    const { traces } = this;
    traces.clear();
    let scores = new Float64Array(lattice.length).fill(-Infinity);
    let next = new Float64Array(lattice.length).fill(-Infinity);
    let [low, high, settled, hope] = [0, 0, 0, -Infinity];
    for (let frame = span.from; frame < span.to; frame++) {
      const reachHigh = lattice.reach[high];
      const start = traces.open(low, reachHigh);
      const moves = traces.buffer;
      const worth = hope - beam;
      let best = -Infinity;
      for (let state = low; state <= reachHigh; state++) {
        const entry =
          frame === span.from
            ? enter(lattice, state)
            : arrive(lattice, scores, state, moves, start + state - low);
        const alive = entry > worth && frame >= lattice.from[state] && frame < lattice.to[state];
        next[state] = alive ? entry + scorer.score(frame, lattice.emission[state]) : -Infinity;
        if (next[state] > best) best = next[state];
      }
      if (best === -Infinity) return undefined;
      let [newLow, newHigh] = [low, reachHigh];
      while (next[newLow] < best - beam) newLow++;
      while (next[newHigh] < best - beam) newHigh--;
      scores.fill(-Infinity, low, reachHigh + 1);
      next.fill(-Infinity, low, newLow);
      next.fill(-Infinity, newHigh + 1, reachHigh + 1);
      [scores, next] = [next, scores];
      [low, high, hope] = [newLow, newHigh, best];
      if (traces.frames >= patience) {
        const count = patience / 2;
        trace(traces, indexOfBest(scores, low, high), path, settled, lattice, count);
        settled += count;
        traces.drop(count);
      }
    }
    const last = lastState(lattice, scores);
    if (last === undefined) return undefined;
    trace(traces, last, path, settled, lattice, traces.frames);
    return path;
  }
}

const enter = (lattice: Lattice, state: number): number => {
  if (state === 0) return 0;
  const { sources, sourcesFrom } = lattice;
  for (let at = sourcesFrom[state]; at < sourcesFrom[state + 1]; at++)
    if (sources[at] === 0) return -lattice.tolls[at];
  return -Infinity;
};

/** The best score with which a state is reached; notes at `place` how: 0 to stay in it, k from its k-th source. */
function arrive(
  { sources, sourcesFrom, tolls }: Lattice,
  scores: Float64Array,
  state: number,
  moves: Uint8Array,
  place: number,
): number {
  let [best, move] = [scores[state], STAY];
  const [first, end] = [sourcesFrom[state], sourcesFrom[state + 1]];
  for (let at = first; at < end; at++) {
    const score = scores[sources[at]] - tolls[at];
    if (score > best) [best, move] = [score, at - first + 1];
  }
  moves[place] = move;
  return best;
}

/** The best state in which a recording may end. */
function lastState({ exits, exitTolls }: Lattice, scores: Float64Array): number | undefined {
  let [last, best]: [number | undefined, number] = [undefined, -Infinity];
  exits.forEach((state, at) => {
    if (scores[state] - exitTolls[at] > best) [last, best] = [state, scores[state] - exitTolls[at]];
  });
  return last;
}

function indexOfBest(scores: Float64Array, low: number, high: number): number {
  let best = low;
  for (let state = low; state <= high; state++) if (scores[state] > scores[best]) best = state;
  return best;
}

/** Walks back from the last frame and writes down the first `count` frames of the traces. */
function trace(
  traces: Traces,
  last: number,
  path: Int32Array,
  settled: number,
  { sources, sourcesFrom }: Lattice,
  count: number,
): void {
  let state = last;
  for (let at = traces.frames - 1; at >= 0; at--) {
    if (at < count) path[settled + at] = state;
    const move = traces.move(at, state);
    if (move !== STAY) state = sources[sourcesFrom[state] + move - 1];
  }
}
