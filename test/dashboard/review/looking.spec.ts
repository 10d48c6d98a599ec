import { describe, expect, it } from 'vitest';
import { changedParts } from '../../../apps/dashboard/components/player/changedParts.ts';
import { pictureBox, zoomAround, zoomTo } from '../../../apps/dashboard/components/player/pictureBox.ts';
import { backOrder, playOrder, restOrder } from '../../../apps/dashboard/components/player/playOrder.ts';
import { heardPieces, positionAt } from '../../../apps/dashboard/components/player/playRun.ts';
import { shuttled } from '../../../apps/dashboard/components/player/shuttle.ts';
import { nextFrame } from '../../../apps/dashboard/components/review/moments.ts';
import {
  firstToShow,
  nextToReview,
  passes,
  shotAt,
  type ReviewShot,
} from '../../../apps/dashboard/components/review/reviewShots.ts';
import { beginStroke, drawOn, pathOf } from '../../../apps/dashboard/components/review/strokes.ts';
import { changesFrom, formOf, withSpan } from '../../../apps/dashboard/components/review/takeSettings.ts';

const shotsOf = (...states: ReviewShot['state'][]): ReviewShot[] =>
  states.map((state, index) => ({
    ...{ id: `shot-${index}`, index, state, start: index * 10, end: (index + 1) * 10 },
    take: state === 'untouched' ? null : { id: `take-${index}`, number: 1, openNotes: 0 },
  }));

describe('the shots to review', () => {
  const shots = shotsOf('untouched', 'approved', 'to-review', 'sent-back', 'to-review');

  it('follow each other, and begin anew behind the last one', () => {
    expect(nextToReview(shots, 2)?.index).toBe(4);
    expect(nextToReview(shots, 4)?.index).toBe(2);
    expect(nextToReview(shotsOf('approved', 'to-review'), 1)).toBeUndefined();
  });

  it('come first; after them what was rendered; after that the first', () => {
    expect(firstToShow(shots)?.index).toBe(2);
    expect(firstToShow(shotsOf('untouched', 'approved'))?.index).toBe(1);
    expect(firstToShow(shotsOf('untouched', 'untouched'))?.index).toBe(0);
  });

  it('are found by their frames', () => {
    expect([0, 9, 10, 49, 99].map((frame) => shotAt(shots, frame)?.index)).toEqual([0, 0, 1, 4, 4]);
  });

  it('are listed by where they stand', () => {
    expect(shots.filter((shot) => passes('rendered', shot)).map(({ index }) => index)).toEqual([1, 2, 3, 4]);
    expect(shots.filter((shot) => passes('sent-back', shot)).map(({ index }) => index)).toEqual([3]);
  });
});

describe('moments', () => {
  it('are gone to in both directions, round the ends', () => {
    expect(nextFrame([30, 10, 10], 10, true)).toBe(30);
    expect(nextFrame([30, 10], 30, true)).toBe(10);
    expect(nextFrame([30, 10], 10, false)).toBe(30);
    expect(nextFrame([], 10, true)).toBeUndefined();
  });
});

describe('drawing', () => {
  it('keeps to the picture, leaves out what nobody sees, and is a path of its size', () => {
    const begun = beginStroke('red', [-0.2, 0.5]);
    expect(begun.points).toEqual([[0, 0.5]]);
    expect(drawOn(begun, [0.0005, 0.5])).toBe(begun);
    const drawn = drawOn(begun, [0.5, 1.2]);
    expect(pathOf(drawn, 200, 100)).toBe('M0.0 50.0 L100.0 100.0');
    expect(pathOf(begun, 200, 100)).toBe('M0.0 50.0 l0.01 0');
  });
});

describe('the settings of the next take', () => {
  const settings = { delay: 0.08, opening: 1.3, untouched: [], leaveAlone: [] };
  const before = formOf({ settings }, 25);

  it('are in frames and percent, and say only what changes', () => {
    expect(before).toMatchObject({ delay: 2, opening: 130 });
    expect(changesFrom(before, before, 25)).toEqual({});
    expect(changesFrom(before, { ...before, delay: -1, opening: 90 }, 25)).toEqual({
      delay: -0.04,
      opening: 0.9,
    });
  });

  it('put spans together that touch', () => {
    const spans = withSpan(withSpan([], { start: 5, end: 8 }), { start: 20, end: 21 });
    expect(withSpan(spans, { start: 8, end: 10 })).toEqual([
      { start: 5, end: 10 },
      { start: 20, end: 21 },
    ]);
  });
});

describe('playing', () => {
  const playhead = { frame: 5, forwards: true, loop: null, count: 20 };

  it('decodes in the order in which frames are shown, over the end of a loop too', () => {
    expect(playOrder(playhead, 4)).toEqual([5, 6, 7, 8]);
    expect(playOrder({ ...playhead, frame: 18 }, 4)).toEqual([18, 19]);
    expect(playOrder({ ...playhead, loop: { start: 3, end: 7 } }, 9)).toEqual([5, 6, 3, 4]);
    expect(playOrder({ ...playhead, frame: 3, forwards: false, loop: { start: 3, end: 7 } }, 3)).toEqual([
      3, 6, 5,
    ]);
    expect(restOrder(playhead, 2, 1)).toEqual([5, 6, 7, 4]);
    expect(backOrder({ ...playhead, frame: 30, forwards: false, count: 99 }, 4).at(-1)).toBe(24);
  });

  it('goes round a loop in both directions, and says when it is over', () => {
    const run = { from: 2, at: 10, speed: 2, loop: { start: 1, end: 4 }, end: 9 };
    expect(positionAt(run, 11.5)).toEqual({ seconds: 2, over: false });
    expect(positionAt({ ...run, speed: -1 }, 12).seconds).toBe(3);
    expect(positionAt({ ...run, loop: null }, 20)).toEqual({ seconds: 9, over: true });
  });

  it('hears the same pieces without a gap', () => {
    const pieces = heardPieces({ from: 3, at: 0, speed: 1, loop: { start: 1, end: 4 }, end: 9 });
    expect([1, 2, 3].map(() => pieces.next().value)).toEqual([
      { start: 3, end: 4, at: 0 },
      { start: 1, end: 4, at: 1 },
      { start: 1, end: 4, at: 4 },
    ]);
  });

  it('gets faster with each press, and turns at once', () => {
    const pressed = (...keys: boolean[]): number => keys.reduce(shuttled, 0);
    expect(pressed(true, true, true, true, true)).toBe(8);
    expect(pressed(true, true, false)).toBe(-1);
    expect(pressed(false, false)).toBe(-2);
  });
});

describe('looking closely', () => {
  it('shows no black beside a picture that is larger than its place', () => {
    const place = { left: 0, top: 0, width: 100, height: 100 };
    const picture = { width: 200, height: 100 };
    expect(pictureBox(place, picture, null)).toEqual({ left: 0, top: 25, width: 100, height: 50 });
    expect(pictureBox(place, picture, { x: 0, y: 0.5, scale: 4 })).toMatchObject({ left: 0, top: -50 });
  });

  it('keeps the point under the wheel where it is', () => {
    const zoom = zoomAround(null, 2, { x: 0.25, y: 0.5 })!;
    expect(zoom).toEqual({ x: 0.375, y: 0.5, scale: 2 });
    expect(zoomAround(zoom, 0.5, { x: 0.25, y: 0.5 })).toBeNull();
    expect(zoomTo({ left: 0.4, top: 0.4, width: 0.2, height: 0.1 })?.scale).toBe(5);
  });

  it('finds where two pictures differ, what differs most first', () => {
    const blank = (): Uint8ClampedArray => new Uint8ClampedArray(40 * 20 * 4).fill(100);
    const one = { width: 40, height: 20, data: blank() };
    const other = { width: 40, height: 20, data: blank() };
    const mark = (left: number, top: number, size: number, light: number): void => {
      for (let y = top; y < top + size; y++)
        other.data.fill(light, (y * 40 + left) * 4, (y * 40 + left + size) * 4);
    };
    mark(2, 4, 4, 180);
    mark(30, 10, 4, 230);
    mark(20, 1, 3, 104);
    const parts = changedParts(one, other);
    expect(parts.map(({ left, top }) => [left * 40, top * 20])).toEqual([
      [30, 10],
      [2, 4],
    ]);
    expect(changedParts(one, one)).toEqual([]);
  });
});
