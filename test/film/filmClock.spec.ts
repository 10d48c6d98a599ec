import { endOf, frameAt, framesOf, middleOf, secondsOf } from '@mondwerk/film';
import { describe, expect, it } from 'vitest';

/** Four frames of uneven length. */
const clock = { times: Float64Array.of(0, 0.04, 0.12, 0.16), end: 0.2 };

describe('the clock of a film with uneven frames', () => {
  it('finds the frame that is on the screen, and the nearest one outside the film', () => {
    expect([-1, 0, 0.039, 0.04, 0.119, 0.16, 9].map((at) => frameAt(clock, at))).toEqual([
      0, 0, 0, 1, 1, 3, 3,
    ]);
  });

  it('knows the middle and the end of each frame', () => {
    expect(middleOf(clock, 1)).toBeCloseTo(0.08);
    expect(endOf(clock, 3)).toBe(0.2);
  });

  it('shows everything of a time span in as few frames as it can', () => {
    expect(framesOf(clock, { start: 0.05, end: 0.12 })).toEqual({ start: 1, end: 2 });
    expect(framesOf(clock, { start: 0.05, end: 0.13 })).toEqual({ start: 1, end: 3 });
    expect(framesOf(clock, { start: -5, end: 5 })).toEqual({ start: 0, end: 4 });
  });

  it('shows nothing of a time span outside the film', () => {
    expect(framesOf(clock, { start: 0.2, end: 1 })).toEqual({ start: 0, end: 0 });
  });

  it('measures how long a span of frames is seen', () => {
    expect(secondsOf(clock, { start: 1, end: 3 })).toBeCloseTo(0.12);
    expect(secondsOf(clock, { start: 0, end: 4 })).toBe(0.2);
  });
});
