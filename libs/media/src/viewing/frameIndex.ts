import type { Rate } from '@mondwerk/film';
import type { Film } from '../film.ts';
import type { WebProxy } from './webProxy.ts';

/** Numbers in order as `[step, times]`: from the one before, `times` steps of `step`. */
export type Runs = readonly (readonly [number, number])[];

/** When every frame of a film is shown, exactly, and where its proxy can be entered: small enough for a browser. */
export interface FrameIndex {
  readonly frames: number;
  /** The nominal rate, for timecode. */
  readonly rate: Rate;
  readonly variable: boolean;
  /** The timecode of the first frame, where the film gives one. */
  readonly timecode: string | null;
  /** Seconds per unit of the times, as a fraction. */
  readonly timeBase: Rate;
  /** The first frame is at 0; the last run leads to the film's end. */
  readonly times: Runs;
  /** The frames of the proxy that can be shown without the ones before; the first is 0. */
  readonly keyFrames: Runs;
}

/** Makes the index of a film and its proxy. */
export function frameIndex(film: Film, proxy: Pick<WebProxy, 'keyFrames'>): FrameIndex {
  const { num, den } = film.timeBase;
  const end = film.pts[0] + Math.round((film.clock.end * den) / num);
  return {
    frames: film.pts.length,
    rate: film.rate,
    variable: film.variable,
    timecode: film.timecode ?? null,
    timeBase: film.timeBase,
    times: runsOf([...film.pts, end]),
    keyFrames: runsOf(proxy.keyFrames),
  };
}

/** Shortens ascending numbers to runs of equal steps; the first number is left out. */
function runsOf(numbers: ArrayLike<number>): Runs {
  const runs: [number, number][] = [];
  for (let i = 1; i < numbers.length; i++) {
    const step = numbers[i] - numbers[i - 1];
    const last = runs.at(-1);
    if (last?.[0] === step) last[1] += 1;
    else runs.push([step, 1]);
  }
  return runs;
}

/** The numbers that runs stand for, 0 in front. */
export function numbersOf(runs: Runs): number[] {
  const numbers = [0];
  for (const [step, times] of runs) for (let i = 0; i < times; i++) numbers.push(numbers.at(-1)! + step);
  return numbers;
}
