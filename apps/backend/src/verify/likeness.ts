import { contains, overlaps } from '@mondwerk/film';
import type { AnyReport } from '../pipeline/report/readReport.ts';
import type { Apart } from './compareFrame.ts';
import type { ShotLikeness } from './verdict.ts';

interface Sum {
  squares: number;
  samples: number;
}

/** Adds up, shot by shot, how far a film and its dub are apart. */
export class Likeness {
  readonly #shots: {
    shot: Pick<AnyReport['shots'][number], 'index' | 'frames'>;
    outside: Sum;
    inside: Sum;
    equal: number;
  }[];

  constructor({ shots, settings: { stretch } }: Pick<AnyReport, 'shots' | 'settings'>) {
    const nothing = (): Sum => ({ squares: 0, samples: 0 });
    this.#shots = shots
      .filter(({ frames }) => overlaps(frames, stretch))
      .map(({ index, frames: { start, end } }) => ({
        shot: { index, frames: { start: Math.max(start, stretch.start), end: Math.min(end, stretch.end) } },
        ...{ outside: nothing(), inside: nothing(), equal: 0 },
      }));
  }

  /** Adds a frame. */
  add(frame: number, apart: { readonly outside: Apart; readonly inside: Apart }, equal: boolean): void {
    const own = this.#shots.find(({ shot }) => contains(shot.frames, frame));
    if (own === undefined) return;
    for (const side of ['outside', 'inside'] as const) {
      own[side].squares += apart[side].squares;
      own[side].samples += apart[side].samples;
    }
    if (equal) own.equal += 1;
  }

  /** What is known by now. */
  get shots(): ShotLikeness[] {
    return this.#shots.map(({ shot, outside, inside, equal }) => ({
      ...{ shot: shot.index, frames: shot.frames },
      ...{ outside: decibels(outside), inside: decibels(inside), equalFrames: equal },
    }));
  }
}

/** Of a full scale of 1. */
function decibels({ squares, samples }: Sum): number | null {
  if (samples === 0 || squares === 0) return null;
  return Math.round(-100 * Math.log10(squares / samples)) / 10;
}
