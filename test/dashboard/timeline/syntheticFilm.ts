import { frameTimesOf } from '../../../apps/dashboard/lib/film/frameTimes.ts';
import { layLines } from '../../../apps/dashboard/components/timeline/layLines.ts';
import { SHOT_STATES } from '../../../apps/dashboard/components/timeline/shotStates.ts';
import { soundLevelsOf } from '../../../apps/dashboard/components/timeline/soundLevels.ts';
import { spansOf } from '../../../apps/dashboard/components/timeline/spans.ts';
import type { TimelineModel } from '../../../apps/dashboard/components/timeline/timelineModel.ts';

/** How much a made-up film has in it. */
export interface FilmSize {
  readonly shots: number;
  readonly performers: number;
  readonly faces: number;
  readonly dubs: number;
  /** In each dub. */
  readonly lines: number;
}

/** A long feature: 2,000 shots, 6,000 faces of 40 people, 3,000 lines in each of two languages. */
export const FEATURE: FilmSize = { shots: 2000, performers: 40, faces: 6000, dubs: 2, lines: 3000 };

const FPS = 24;
const PEAKS_PER_SECOND = 100;

/** A film of that size in which everything lies evenly, so that it is the same each time. */
export function syntheticFilm(size: FilmSize = FEATURE): TimelineModel {
  const count = size.shots * 64;
  const frames = frameTimesOf({
    ...{ frames: count, rate: { num: FPS, den: 1 }, variable: false, timecode: '01:00:00:00' },
    ...{ timeBase: { num: 1, den: FPS }, times: [[1, count]], keyFrames: [] },
  });
  const spread = (many: number, long: number) =>
    Array.from({ length: many }, (_, at) => {
      const start = Math.floor((at * count) / many);
      return { start, end: Math.min(count, start + long) };
    });
  const pairs = new Int8Array((count / FPS) * PEAKS_PER_SECOND * 2).map((_, at) =>
    Math.round(((at % 2) * 2 - 1) * 90 * Math.abs(Math.sin(at / 7919) * Math.sin(at / 131))),
  );
  return {
    frames,
    shots: {
      spans: spansOf(spread(size.shots, 64)),
      states: Uint8Array.from({ length: size.shots }, (_, at) => (at * 7) % SHOT_STATES.length),
    },
    faces: Array.from({ length: size.performers }, (_, at) => ({
      ...{ performer: `p${at}`, name: `Performer ${at}`, portrait: null },
      spans: spansOf(spread(size.faces / size.performers, 40 + at)),
    })),
    sound: soundLevelsOf({ pairs, perSecond: PEAKS_PER_SECOND }),
    lines: Array.from({ length: size.dubs }, (_, dub) => lineRow(dub, spread(size.lines, 36))),
    ...{ marks: [], pictures: null },
  };
}

function lineRow(
  dub: number,
  laid: readonly { start: number; end: number }[],
): TimelineModel['lines'][number] {
  const { levels, count } = layLines(laid);
  return {
    ...{ dub: `d${dub}`, language: 'es', spans: spansOf(laid), levels, levelCount: count },
    texts: laid.map((_, at) => `Line number ${at}, and what is said in it`),
    ids: laid.map((_, at) => `l${at}`),
    numbers: laid.map((_, at) => at),
    offScreen: Uint8Array.from(laid, (_, at) => (at % 9 === 0 ? 1 : 0)),
  };
}
