import { describe, expect, it } from 'vitest';
import { durationOf, sizeOf } from '../../../apps/dashboard/lib/upload/sizes.ts';
import {
  bytesPerSecond,
  secondsLeft,
  withSample,
  type Samples,
} from '../../../apps/dashboard/lib/upload/speed.ts';

const seen = (...pairs: readonly (readonly [at: number, sent: number])[]): Samples =>
  pairs.reduce<Samples>((samples, [at, sent]) => withSample(samples, at, sent), []);

describe('the speed of an upload', () => {
  it('is not told before there is something to tell', () => {
    expect(bytesPerSecond([])).toBeNull();
    expect(bytesPerSecond(seen([0, 0], [500, 1000]))).toBeNull();
  });

  it('is that of the last ten seconds', () => {
    const slowThenFast = seen([0, 0], [10_000, 1_000], [20_000, 2_000], [25_000, 52_000], [30_000, 102_000]);
    expect(bytesPerSecond(slowThenFast)).toBe(10_000);
  });

  it('keeps no more than it needs', () => {
    const pairs = Array.from({ length: 10_000 }, (_, at) => [at * 250, at] as const);
    expect(seen(...pairs).length).toBeLessThan(50);
  });

  it('tells when the rest will be there', () => {
    expect(secondsLeft(1000, 90_500)).toBe(91);
    expect(secondsLeft(0, 1)).toBeNull();
    expect(secondsLeft(null, 1)).toBeNull();
  });
});

describe('sizes and durations as people say them', () => {
  it.each([
    [0, 0, 'byte'],
    [999, 999, 'byte'],
    [2_700_000, 2.7, 'megabyte'],
    [1.2e12, 1.2, 'terabyte'],
    [5e15, 5000, 'terabyte'],
  ])('puts %d bytes into %d %s', (bytes, value, unit) => {
    expect(sizeOf(bytes)).toMatchObject({ value, unit });
  });

  it.each([
    [0, 1, 'second'],
    [59, 59, 'second'],
    [61, 2, 'minute'],
    [3600, 1, 'hour'],
    [5400, 1.5, 'hour'],
  ])('rounds %d s to %d %s', (seconds, value, unit) => {
    expect(durationOf(seconds)).toEqual({ value, unit });
  });
});
