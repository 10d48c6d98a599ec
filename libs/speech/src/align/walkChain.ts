import { pauseFrames, type Chain, type FrameWindow } from './chain.ts';
import type { Scorer } from './scorer.ts';

/** Paths this many nats worse than the best are given up. */
const beam = 1500;
/** After this many frames the older half of the path is settled and its memory given back. */
const patience = 12000;

const [STAY, STEP, SKIP] = [0, 1, 2];

/** Which states were alive in a frame, and how each was entered. */
interface Trace {
  readonly low: number;
  readonly moves: Uint8Array;
}

/**
 * The best state of each frame of `span` (Viterbi 1967), entering at the first and leaving at the last state, or
 * `undefined` where the states do not fit in. What grows with the recording is the path alone, four bytes a frame.
 */
export function walkChain(chain: Chain, scorer: Scorer, span: FrameWindow): Int32Array | undefined {
  const path = new Int32Array(span.to - span.from);
  let scores = new Float64Array(chain.length).fill(-Infinity);
  let next = new Float64Array(chain.length).fill(-Infinity);
  let [low, high, settled] = [0, 0, 0];
  let traces: Trace[] = [];
  for (let frame = span.from; frame < span.to; frame++) {
    const first = frame === span.from;
    const reachHigh = Math.min(chain.length - 1, high + 2);
    const moves = new Uint8Array(reachHigh - low + 1);
    let best = -Infinity;
    for (let state = low; state <= reachHigh; state++) {
      const entry = first ? enter(chain, state) : arrive(chain, scores, state, moves, low);
      const inside = frame >= chain.from[state] && frame < chain.to[state];
      next[state] =
        entry === -Infinity || !inside ? -Infinity : entry + scorer.score(frame, chain.emission[state]);
      if (next[state] > best) best = next[state];
    }
    if (best === -Infinity) return undefined;
    traces.push({ low, moves });
    let [newLow, newHigh] = [low, reachHigh];
    while (next[newLow] < best - beam) newLow++;
    while (next[newHigh] < best - beam) newHigh--;
    scores.fill(-Infinity, low, reachHigh + 1);
    next.fill(-Infinity, low, newLow);
    next.fill(-Infinity, newHigh + 1, reachHigh + 1);
    [scores, next] = [next, scores];
    [low, high] = [newLow, widest(chain, newHigh)];
    if (traces.length >= patience) {
      const keep = patience / 2;
      trace(traces, indexOfBest(scores, low, newHigh), path, settled, chain, traces.length - keep);
      settled += traces.length - keep;
      traces = traces.slice(-keep);
    }
  }
  const last = lastState(chain, scores);
  if (last === undefined) return undefined;
  trace(traces, last, path, settled, chain, traces.length);
  return path;
}

/** A pause that is left out lets a path jump further than one state. */
const widest = (chain: Chain, state: number): number => Math.min(chain.length - 1, state + pauseFrames);

const enter = (chain: Chain, state: number): number =>
  state === 0 || (state === 1 && chain.skip[1] > 0) ? 0 : -Infinity;

function arrive(chain: Chain, scores: Float64Array, state: number, moves: Uint8Array, low: number): number {
  let best = scores[state];
  let move = STAY;
  const step = state > 0 ? scores[state - 1] - chain.toll[state] : -Infinity;
  if (step > best) [best, move] = [step, STEP];
  const back = chain.skip[state];
  if (back > 0 && state > back) {
    const skip = scores[state - 1 - back];
    if (skip > best) [best, move] = [skip, SKIP];
  }
  moves[state - low] = move;
  return best;
}

function lastState(chain: Chain, scores: Float64Array): number | undefined {
  const end = chain.length - 1;
  const last = scores[end] >= scores[end - 1] ? end : end - 1;
  return scores[last] === -Infinity ? undefined : last;
}

function indexOfBest(scores: Float64Array, low: number, high: number): number {
  let best = low;
  for (let state = low; state <= high; state++) if (scores[state] > scores[best]) best = state;
  return best;
}

/** Walks back from the last frame and writes down the first `count` frames of the traces. */
function trace(
  traces: readonly Trace[],
  last: number,
  path: Int32Array,
  settled: number,
  chain: Chain,
  count: number,
): void {
  let state = last;
  for (let at = traces.length - 1; at >= 0; at--) {
    if (at < count) path[settled + at] = state;
    const { low, moves } = traces[at];
    const move = moves[state - low];
    if (move === STEP) state -= 1;
    else if (move === SKIP) state -= 1 + chain.skip[state];
  }
}
