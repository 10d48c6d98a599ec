import { describe, expect, it } from 'vitest';
import type { DubbedTrack } from '../../../../apps/backend/src/pipeline/casting/dubbedTracks.ts';
import { castWishes, type Scene } from '../../../../apps/backend/src/pipeline/wishes/castWishes.ts';
import { maskAt } from '../../../../apps/backend/src/pipeline/wishes/maskAt.ts';
import {
  lineWishesIn,
  planWishOf,
  withoutLeftTracks,
} from '../../../../apps/backend/src/pipeline/wishes/motionWishes.ts';
import { mouthWish, pictureWishesOf } from '../../../../apps/backend/src/pipeline/wishes/pictureWishes.ts';
import { wishAt } from '../../../../apps/backend/src/pipeline/wishes/wishAt.ts';
import { NO_WISHES, type Wishes } from '../../../../apps/backend/src/pipeline/wishes/wishes.ts';

/** Two shots; anna says line 0 in the first and line 1 in the second, ben line 2 in the second. */
const scene: Scene = {
  shots: [
    { index: 0, frames: { start: 0, end: 50 } },
    { index: 1, frames: { start: 50, end: 100 } },
  ],
  performers: [
    { id: 'performer-1', tracks: ['a0', 'a1'] },
    { id: 'performer-2', tracks: ['b1'] },
  ],
  spoken: [
    { line: 0, shot: 0, frames: { start: 10, end: 30 }, performer: 'performer-1', doubt: null },
    { line: 1, shot: 1, frames: { start: 60, end: 70 }, performer: 'performer-1', doubt: null },
    { line: 2, shot: 1, frames: { start: 75, end: 95 }, performer: 'performer-2', doubt: null },
  ],
  lines: [0, 1, 2].map((index) => ({ index, text: `${index}`, character: index < 2 ? 'Anna' : 'Ben' })),
  partly: false,
};

const track = (id: string, performer: string, shot: number, lines: number[]): DubbedTrack => ({
  ...{ performer, track: id, shot: scene.shots[shot], span: scene.shots[shot].frames, lines },
});
const tracks = [
  track('a0', 'performer-1', 0, [0]),
  track('a1', 'performer-1', 1, [1]),
  track('b1', 'performer-2', 1, [2]),
];

const wishing = (wishes: Partial<Wishes>) => castWishes({ ...NO_WISHES, ...wishes }, scene, 'file.json');

const line = (number: number, wish: object) => ({ line: number, wish, offset: 0, cues: [] });

describe('what is wanted of a mouth', () => {
  const wishes = wishing({
    all: { grain: 0, feather: 2, strength: 0.5 },
    performers: [{ performer: 'ANNA', wish: { grain: 0.1, colour: 0.1 } }],
    shots: [{ where: { shot: 1 }, wish: { grain: 0.2, colour: 0.2 } }],
    lines: [line(1, { grain: 0.3 })],
  });
  const at = (performer: string, shot: number, frame: number) => wishAt(wishes, { performer, shot, frame });

  it('is what its line says before its shot, its performer and all, field by field', () => {
    expect(at('performer-2', 0, 20)).toEqual({ grain: 0, feather: 2, strength: 0.5 });
    expect(at('performer-1', 0, 20)).toEqual({ grain: 0.1, colour: 0.1, feather: 2, strength: 0.5 });
    expect(at('performer-1', 1, 55)).toEqual({ grain: 0.2, colour: 0.2, feather: 2, strength: 0.5 });
    expect(at('performer-1', 1, 60)).toEqual({ grain: 0.3, colour: 0.2, feather: 2, strength: 0.5 });
    expect(at('performer-2', 1, 80)).toEqual({ grain: 0.2, colour: 0.2, feather: 2, strength: 0.5 });
  });

  it('comes over a few frames inside a shot, and at once at a cut', () => {
    const pictures = pictureWishesOf(wishes, tracks);
    const grains = [49, 50, 57, 58, 59, 60, 61, 62, 65].map(
      (frame) => mouthWish(pictures, frame < 50 ? 'a0' : 'a1', frame).settings?.grain,
    );
    const close = [0.1, 0.2, 0.2, 0.22, 0.24, 0.26, 0.28, 0.3, 0.3];
    grains.forEach((grain, i) => expect(grain).toBeCloseTo(close[i]));
  });

  it('leaves lines, whole tracks and spans as they were', () => {
    const left = wishing({
      shots: [
        { where: { frames: { start: 0, end: 20 } }, wish: { leave: true } },
        { where: { shot: 1 }, wish: { leave: true } },
      ],
      lines: [line(2, { leave: false, strength: 0.7 })],
    });
    expect(withoutLeftTracks(left, tracks).map((each) => each.track)).toEqual(['a0', 'b1']);
    expect(planWishOf(left, tracks[0])).toEqual({ left: [{ start: 0, end: 20 }] });
    expect(planWishOf(left, tracks[2]).left).toEqual([
      { start: 50, end: 75 },
      { start: 95, end: 100 },
    ]);
    expect(lineWishesIn(left, tracks)).toEqual([
      { line: 1, strength: 1, offset: 0, cues: [], leave: true },
      { line: 2, strength: 0.7, offset: 0, cues: [], leave: false },
    ]);
  });

  it('tells a plan what sources it likes, in words or numbers', () => {
    const liked = wishing({
      performers: [{ performer: 'performer-2', wish: { sources: 'any', smoothing: 2 } }],
    });
    expect(planWishOf(liked, tracks[2]).settings).toEqual([
      { frames: { start: 50, end: 100 }, plan: { smoothing: 2, ownShot: 0, longRuns: 1 } },
    ]);
    expect(planWishOf(liked, tracks[0])).toEqual({});
  });
});

describe('wishes about a film', () => {
  const refused = (wishes: Partial<Wishes>, partly = false): string => {
    try {
      castWishes({ ...NO_WISHES, ...wishes }, { ...scene, partly }, 'file.json');
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };

  it.each([
    ['whom nobody knows', { performers: [{ performer: 'Bob', wish: {} }] }, 'performers.Bob is "Bob", whom nobody knows: there are performer-1, performer-2, Anna, Ben'], // prettier-ignore
    ['the same person twice', { performers: [{ performer: 'anna', wish: {} }, { performer: 'performer-1', wish: {} }] }, 'performers.performer-1 is performer-1, as performers.anna is too'], // prettier-ignore
    [
      'a shot that there is not',
      { shots: [{ where: { shot: 2 }, wish: {} }] },
      "shots[0].shot is 2: the film's shots are 0 to 1",
    ],
    ['a span inside a shot that is named too', { shots: [{ where: { shot: 0 }, wish: {} }, { where: { frames: { start: 49, end: 60 } }, wish: {} }] }, 'shots[1] is about frames that shots[0] is about too'], // prettier-ignore
  ])('are refused for %s', (_, wishes, says) => {
    expect(refused(wishes)).toContain(says);
  });

  it('are none of somebody who may be in the rest of the film, or is only heard', () => {
    expect(refused({ performers: [{ performer: 'performer-7', wish: {} }] }, true)).toBe('');
    const heard = { ...scene, lines: [...scene.lines, { index: 3, text: '3', character: 'Voice' }] };
    const wishes = castWishes(
      { ...NO_WISHES, performers: [{ performer: 'voice', wish: { leave: true } }] },
      heard,
      'f',
    );
    expect(wishes.performers).toEqual([]);
  });
});

describe('a mask that moves', () => {
  const keys = [10, 20].map((frame) => ({
    frame,
    corners: [[frame, 0], [2 * frame, 0], [frame, 10]] as [number, number][], // prettier-ignore
  }));
  const cornersAt = (frame: number) => maskAt({ shows: 'frame', feather: 1, keys }, frame).corners;

  it('moves evenly between its shapes and rests before and after them', () => {
    expect(cornersAt(0)).toEqual(keys[0].corners);
    expect(cornersAt(10)).toEqual(keys[0].corners);
    expect(cornersAt(15)).toEqual([[15, 0], [30, 0], [15, 10]]); // prettier-ignore
    expect(cornersAt(20)).toEqual(keys[1].corners);
    expect(cornersAt(99)).toEqual(keys[1].corners);
  });
});
