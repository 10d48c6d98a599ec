import { describe, expect, it } from 'vitest';
import {
  curvePoints,
  fullOpening,
  openingY,
  soundOutline,
} from '../../../apps/dashboard/components/lines/curves.ts';

const clock = { times: Float64Array.from([0, 0.04, 0.08, 0.12, 0.16]), end: 0.2 };
const view = { start: 0, end: 0.2, width: 500 };
const band = { top: 100, height: 50 };
const place = { clock, view, full: 0.2, band };

describe('the curves of a mouth', () => {
  it('has a point in the middle of each frame, closed lips at the bottom', () => {
    expect(curvePoints([0, 0.1, 0.2], 1, place)).toEqual([
      [
        { x: 150, y: 150 },
        { x: 250, y: 125 },
        { x: 350, y: 100 },
      ].map(({ x, y }) => ({ x: expect.closeTo(x) as number, y: expect.closeTo(y) as number })),
    ]);
  });

  it('breaks where the mouth was not seen', () => {
    const pieces = curvePoints([0.1, null, null, 0.1, 0.1], 0, place);
    expect(pieces.map((points) => points.length)).toEqual([1, 2]);
  });

  it('ends where the film ends', () => {
    expect(curvePoints([0.1, 0.1, 0.1], 4, place).flat().length).toBe(1);
  });

  it('never leaves its band', () => {
    expect(openingY(9, 0.2, band)).toBe(100);
    expect(openingY(-1, 0.2, band)).toBe(150);
  });

  it('fills its band with the widest opening, unless the mouth hardly moves', () => {
    expect(fullOpening([[0.3, null], [0.1]])).toBeCloseTo(0.33);
    expect(fullOpening([[0.01], []])).toBe(0.1);
  });
});

describe('the outline of a voice', () => {
  const pairs = Int8Array.from([-127, 127, 0, 0, -64, 32, 0, 0]);
  const peaks = { pairs, perSecond: 10 };

  it('takes the loudest of what comes under one pixel', () => {
    const { low, high } = soundOutline(peaks, { start: 0, end: 0.4, width: 2 });
    expect([...low]).toEqual([-1, expect.closeTo(-0.504, 3)]);
    expect([...high]).toEqual([1, expect.closeTo(0.252, 3)]);
  });

  it('goes straight from peak to peak when one looks closer than they were taken', () => {
    const { high } = soundOutline(peaks, { start: 0, end: 0.2, width: 20 });
    expect(high[0]).toBeCloseTo(1);
    expect(high[5]).toBeCloseTo(0.5);
    expect(high[10]).toBeCloseTo(0);
  });

  it('is flat before and after the sound', () => {
    const { high } = soundOutline(peaks, { start: 1, end: 2, width: 10 });
    expect([...high].every((value) => value === 0)).toBe(true);
  });
});
