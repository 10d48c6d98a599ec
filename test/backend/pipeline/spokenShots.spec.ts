import { describe, expect, it } from 'vitest';
import type { Shot } from '@mondwerk/film';
import type { CheckedOrder } from '../../../apps/backend/src/pipeline/checkedOrder.ts';
import { isSparse, nextShots, shotsWithLines } from '../../../apps/backend/src/pipeline/spokenShots.ts';
import type { Faces } from '../../../apps/backend/src/pipeline/stages/trackFaces.ts';

const RATE = 25;
/** Ten shots of ten seconds. */
const shots: readonly Shot[] = Array.from({ length: 10 }, (_, index) => ({
  index,
  frames: { start: 250 * index, end: 250 * (index + 1) },
}));
const times = Float64Array.from({ length: 2500 }, (_, frame) => frame / RATE);

const order = (spans: readonly (readonly [number, number] | undefined)[], more: object = {}): CheckedOrder =>
  ({
    ...{ film: { clock: { times, end: 100 } }, stretch: { start: 0, end: 2500 } },
    ...{ chosen: [], original: null, footage: [] },
    script: {
      lines: spans.map((span, index) => ({
        index,
        text: '',
        ...(span && { span: { start: span[0], end: span[1] } }),
      })),
    },
    ...more,
  }) as unknown as CheckedOrder;

describe('a film of which little is dubbed', () => {
  it('is one whose script says so, with lines in less than half of it', () => {
    expect(
      isSparse(
        order([
          [20, 22],
          [24, 30],
        ]),
      ),
    ).toBe(true);
    expect(
      isSparse(
        order([
          [0, 30],
          [32, 60],
        ]),
      ),
    ).toBe(false);
    expect(isSparse(order([[20, 22], undefined]))).toBe(false);
    expect(isSparse(order([]))).toBe(false);
  });

  it('is not looked at in part when somebody chose performers by name, which all shots decide', () => {
    expect(isSparse(order([[20, 22]], { chosen: [{ said: 'ANNA', performer: 'performer-1' }] }))).toBe(false);
    expect(isSparse(order([[20, 22]], { wanted: {} }))).toBe(false);
  });

  it('is followed where lines are heard, and where one that nobody says should be', () => {
    const phone = { line: 0, ipa: 'a', span: { start: 21, end: 22 } };
    const speech = { phones: [phone], lines: [{ line: 1, problem: 'not-heard' }] };
    const wanted = shotsWithLines(
      shots,
      order([
        [70, 71],
        [55, 56],
      ]),
      speech as never,
    );
    expect(wanted.map(({ index }) => index)).toEqual([2, 5]);
  });
});

describe('more of a performer', () => {
  const followed = (indices: readonly number[], seen: number, frontal = 0.9) => ({
    spoken: [shots[4]],
    faces: {
      shots: indices.map((index) => shots[index]),
      tracks: [{ id: 'a', shot: 4, frames: seen * RATE, frontal }],
    } as unknown as Faces,
    performers: [{ tracks: ['a'] }],
  });
  const next = (...args: Parameters<typeof followed>): number[] =>
    nextShots(shots, followed(...args), RATE).map(({ index }) => index);

  it('is looked for in the nearest shots', () => {
    expect(next([4], 8)).toEqual([3]);
    expect(next([3, 4], 8)).toEqual([5]);
  });

  it('is not looked for where there is enough, turned to the camera', () => {
    expect(next([4], 16)).toEqual([]);
    expect(next([4], 16, 0.2)).toEqual([3]);
  });

  it('is not looked for without end', () => {
    expect(next([3, 4, 5], 8)).toEqual([]);
  });
});
