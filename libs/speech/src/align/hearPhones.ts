import { SILENCE } from '@mondwerk/film';
import { STATES } from './acousticPrior.ts';
import type { FrameWindow, Lattice } from './lattice.ts';
import { joinSilences, type Run } from './runs.ts';
import type { Scorer } from './scorer.ts';
import { NOISE, type SoundModel } from './soundModel.ts';
import { LatticeWalker } from './walkLattice.ts';

/** What each further phone costs, in nats: without it every frame would be another one. */
const phoneToll = 25;
const beam = 400;

/** Hears phones without knowing any words: whichever of a model's phones fit, in any order, with silences between. */
export class PhoneEar {
  private readonly scorer: Scorer;
  private readonly loop: Lattice;
  private readonly walker = new LatticeWalker();

  constructor(scorer: Scorer, model: SoundModel) {
    this.scorer = scorer;
    this.loop = layLoop([...model.rows]);
  }

  /** The phones and silences of some frames, which are to be a line's. */
  hear(span: FrameWindow, line: number): Run[] {
    const { loop, scorer } = this;
    const path = this.walker.walk(loop, scorer, span, beam);
    if (path === undefined) return [];
    const runs: Run[] = [];
    for (let start = 0, end = 0; start < path.length; start = end) {
      const place = loop.phone[path[start]];
      let gap = 0;
      // A phone may follow itself: then the state falls back.
      for (end = start; end < path.length && loop.phone[path[end]] === place; end++) {
        if (end > start && path[end] < path[end - 1]) break;
        if (place >= 0) gap += scorer.gap(span.from + end, loop.emission[path[end]]);
      }
      const ipa = place < 0 ? SILENCE : loop.phones[place].ipa;
      runs.push({
        ...{ from: span.from + start, to: span.from + end, ipa, line, word: -1 },
        ...{ gap: gap / (end - start), sharpness: 0 },
      });
    }
    return joinSilences(runs);
  }
}

/** Silence, all phones side by side, and silence: whatever ends may be followed by everything. */
function layLoop(rows: readonly (readonly [ipa: string, row: number])[]): Lattice {
  const length = 2 + rows.length * STATES;
  const last = length - 1;
  const ends = rows.map((_, at) => STATES * (at + 1));
  const sources: number[][] = [ends];
  const tolls: number[][] = [ends.map(() => 0)];
  rows.forEach((_, at) => {
    const first = 1 + STATES * at;
    sources.push([0, ...ends], ...Array.from({ length: STATES - 1 }, (__, part) => [first + part]));
    tolls.push(
      [0, ...ends].map(() => phoneToll),
      ...Array.from({ length: STATES - 1 }, () => [0]),
    );
  });
  sources.push([0, ...ends]);
  tolls.push([0, ...ends].map(() => 0));
  const offsets = [0];
  for (const list of sources) offsets.push(offsets.at(-1)! + list.length);
  const inside = (state: number): boolean => state > 0 && state < last;
  return {
    length,
    emission: Int32Array.from({ length }, (_, state) =>
      inside(state) ? rows[Math.floor((state - 1) / STATES)][1] + ((state - 1) % STATES) : NOISE,
    ),
    phone: Int32Array.from({ length }, (_, state) => (inside(state) ? Math.floor((state - 1) / STATES) : -1)),
    phones: rows.map(([ipa]) => ({ ipa, line: -1, word: -1 })),
    sourcesFrom: Int32Array.from(offsets),
    sources: Int32Array.from(sources.flat()),
    tolls: Float32Array.from(tolls.flat()),
    exits: Int32Array.from([last, ...ends]),
    exitTolls: new Float32Array(1 + ends.length),
    reach: new Int32Array(length).fill(last),
    from: new Int32Array(length),
    to: new Int32Array(length).fill(2 ** 31 - 1),
  };
}
