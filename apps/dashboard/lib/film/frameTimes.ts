import {
  frameAt,
  formatTimecode,
  parseTimecode,
  parseTimecodeStart,
  FROM_NOUGHT,
  perSecond,
  type FilmClock,
  type Rate,
} from '@mondwerk/film';

/** The frame index of a source as the API gives it; runs are `[step, times]` from 0 on (docs/proxies.md). */
export interface FrameIndex {
  readonly frames: number;
  readonly rate: Rate;
  readonly variable: boolean;
  readonly timecode: string | null;
  readonly timeBase: Rate;
  readonly times: readonly (readonly [step: number, times: number])[];
  readonly keyFrames: readonly (readonly [step: number, times: number])[];
}

/** When each frame of a film is shown, and what people call it. */
export interface FrameTimes {
  readonly count: number;
  readonly rate: Rate;
  readonly clock: FilmClock;
  /** The timecode of a frame, counted as the film counts. */
  readonly timecodeOf: (frame: number) => string;
  /** The frame that somebody means: a timecode of the film, `+48` or `-48` from `from`, or a number of a frame. */
  readonly frameOf: (text: string, from: number) => number | undefined;
}

/** Reads a frame index. */
export function frameTimesOf({ frames: count, rate, timecode, timeBase, times }: FrameIndex): FrameTimes {
  const ends = new Float64Array(count + 1);
  let frame = 0;
  // Whole units are added up: fractions of a second would be rounded a hundred thousand times.
  let units = 0;
  for (const [step, repeats] of times) {
    for (let i = 0; i < repeats && frame < count; i++, frame++) {
      units += step;
      ends[frame + 1] = (units * timeBase.num) / timeBase.den;
    }
  }
  const clock: FilmClock = { times: ends.subarray(0, count), end: ends[count] };
  const start = (timecode !== null ? parseTimecodeStart(timecode, rate) : undefined) ?? FROM_NOUGHT;
  const inFilm = (wanted: number): number => Math.max(0, Math.min(count - 1, wanted));
  return {
    ...{ count, rate, clock },
    timecodeOf: (at) => formatTimecode(at, rate, start),
    frameOf: (text, from) => {
      const move = /^([+-])(\d+)$/.exec(text.trim());
      if (move) return inFilm(from + Number(`${move[1]}1`) * Number(move[2]));
      if (/^\d+$/.test(text.trim())) return inFilm(Number(text));
      const seconds = parseTimecode(text, rate);
      if (seconds === undefined) return undefined;
      // What is written with frames is a name of a frame; what is written with a point is a time from the start.
      const named = /[:;]\d+[:;]/.test(text) && !/[.,]/.test(text);
      if (!named) return frameAt(clock, seconds);
      return inFilm(Math.round(seconds * perSecond(rate)) - start.frame);
    },
  };
}
