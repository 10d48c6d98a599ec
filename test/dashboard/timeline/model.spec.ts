import { describe, expect, it } from 'vitest';
import { frameTimesOf } from '../../../apps/dashboard/lib/film/frameTimes.ts';
import {
  faceRowsOf,
  lineRowOf,
  shotBlocksOf,
} from '../../../apps/dashboard/components/timeline/buildModel.ts';
import { pictureFor } from '../../../apps/dashboard/components/timeline/pictureFor.ts';
import { listShots } from '../../../apps/dashboard/components/timeline/shotList.ts';
import { SHOT_STATES } from '../../../apps/dashboard/components/timeline/shotStates.ts';
import { levelFor, soundLevelsOf } from '../../../apps/dashboard/components/timeline/soundLevels.ts';
import { placeOf, secondsAt } from '../../../apps/dashboard/lib/film/places.ts';
import type { Performer } from '../../../apps/dashboard/lib/api/cast.ts';
import type { DubTimeline, SourceTimeline } from '../../../apps/dashboard/lib/api/timeline.ts';
import { syntheticFilm } from './syntheticFilm.ts';

/** Ten frames of 40 ms, then ten of 80 ms. */
const frames = frameTimesOf({
  ...{ frames: 20, rate: { num: 50, den: 3 }, variable: true, timecode: null, keyFrames: [] },
  ...{
    timeBase: { num: 1, den: 100 },
    times: [
      [4, 10],
      [8, 10],
    ],
  },
});

const somebody = (id: string, ignored = false): Performer =>
  ({ id, name: id.toUpperCase(), ignored, hasPortrait: id === 'a' }) as Performer;

const face = (shot: number, performer: string, start: number, end: number) => ({
  ...{ id: `${performer}${start}`, shot, performer, start, end, frontal: 1, height: 0.3 },
});

const source: SourceTimeline = {
  shots: [
    { id: 's0', index: 0, start: 0, end: 8 },
    { id: 's1', index: 1, start: 8, end: 20 },
  ],
  tracks: [
    face(0, 'a', 0, 8),
    face(0, 'b', 2, 6),
    face(0, 'a', 3, 5),
    face(1, 'x', 8, 20),
    face(1, 'b', 9, 12),
  ],
};

const line = (index: number, start: number | null, end: number | null, offScreen = false) => ({
  ...{
    id: `l${index}`,
    index,
    start,
    end,
    aligned: true,
    text: `Line\n ${index}`,
    character: null,
    offScreen,
  },
});

const dub: DubTimeline = {
  ...{ kind: 'dub', voice: null },
  shots: [
    { index: 0, state: 'approved', take: { id: 't', number: 2, openNotes: 1 } },
    { index: 1, state: 'to-render', take: null },
  ],
  lines: [line(0, 0.9, 1.1, true), line(1, 0.1, 0.38), line(2, null, null), line(3, 0.2, 0.3)],
};

describe('the time of uneven frames', () => {
  it('goes there and back', () => {
    const seconds = [0, 5, 10, 15, 20].map((place) => secondsAt(frames, place));
    expect(seconds).toEqual([0, 0.2, 0.4, 0.8, 1.2].map((each) => expect.closeTo(each) as number));
    for (const place of [0, 0.5, 9.25, 10, 13.5, 20]) {
      expect(placeOf(frames, secondsAt(frames, place))).toBeCloseTo(place);
    }
    expect(placeOf(frames, -1)).toBe(0);
    expect(placeOf(frames, 99)).toBe(20);
  });
});

describe('what lies along a film', () => {
  it('has every shot in the state of the dub, untouched without one', () => {
    const states = (blocks: ReturnType<typeof shotBlocksOf>) =>
      [...blocks.states].map((at) => SHOT_STATES[at]);
    expect(states(shotBlocksOf(source, dub))).toEqual(['approved', 'to-render']);
    expect(states(shotBlocksOf(source, undefined))).toEqual(['untouched', 'untouched']);
  });

  it('has a row for everybody who is seen and is no extra', () => {
    const rows = faceRowsOf(
      source,
      [somebody('a'), somebody('b'), somebody('x', true), somebody('c')],
      (id) => id,
    );
    expect(rows.map(({ name, portrait }) => [name, portrait])).toEqual([
      ['A', 'a'],
      ['B', null],
    ]);
    expect([...rows[0].spans.starts]).toEqual([0, 3]);
    expect([...rows[0].spans.reach]).toEqual([8, 8]);
  });

  it('has the lines in the order in which they are said, those at once under each other', () => {
    const row = lineRowOf(frames, { id: 'd', language: 'es' }, dub);
    expect(row.numbers).toEqual([1, 3, 0]);
    expect(row.texts[0]).toBe('Line 1');
    expect([...row.spans.starts].map(Math.round)).toEqual([3, 5, 16]);
    expect([...row.levels]).toEqual([0, 1, 0]);
    expect([...row.offScreen]).toEqual([0, 0, 1]);
  });

  it('is told in words: who is in a shot, and how many lines are said in it', () => {
    const shots = listShots({
      timeline: source,
      performers: [somebody('a'), somebody('b'), somebody('x', true)],
      dub,
      frames,
    });
    expect(shots.map(({ performers }) => performers.map(({ id }) => id))).toEqual([['a', 'b'], ['b']]);
    // The second line runs on over the cut.
    expect(shots.map(({ lines }) => lines)).toEqual([2, 2]);
    expect(shots[0]).toMatchObject({ state: 'approved', take: { number: 2 } });
  });
});

describe('the peaks of a sound', () => {
  it('are kept ever coarser, so that a pixel looks at a few only', () => {
    const pairs = Int8Array.from({ length: 2 * 1000 }, (_, at) => (at % 2 === 0 ? -(at % 100) : at % 90));
    const { levels } = soundLevelsOf({ pairs, perSecond: 100 });
    expect(levels.map(({ length }) => length / 2)).toEqual([1000, 250, 63, 16, 4]);
    expect(Math.min(...levels.at(-1)!)).toBe(Math.min(...pairs));
    expect(Math.max(...levels.at(-1)!)).toBe(Math.max(...pairs));
    const levelAt = (secondsPerPixel: number) => levelFor({ perSecond: 100, levels }, secondsPerPixel);
    expect([0.001, 0.01, 0.04, 0.2, 100].map(levelAt)).toEqual([0, 0, 1, 2, 4]);
  });
});

describe('the pictures on the strip', () => {
  const film = syntheticFilm({ shots: 4, performers: 1, faces: 4, dubs: 1, lines: 4 });
  const index = {
    width: 160,
    height: 90,
    columns: 10,
    rows: 10,
    frames: [0, 50, 100, 150, 200],
    sheets: ['a'],
  };
  const model = { ...film, pictures: { index, sheet: String, proxy: null } };

  it('are of the frames they stand for, or at least of the same shot', () => {
    expect(pictureFor(model, 45, 60)).toBe(1);
    expect(pictureFor(model, 10, 12)).toBe(0);
    // Shot 1 goes from 64 to 128: the picture of frame 100 is of it, that of frame 50 is not.
    expect(pictureFor(model, 66, 68)).toBe(2);
  });

  it('are left out where a shot has none', () => {
    const few = { ...model, pictures: { index: { ...index, frames: [0, 200] }, sheet: String, proxy: null } };
    expect(pictureFor(few, 70, 72)).toBe(-1);
  });
});
