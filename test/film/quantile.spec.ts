import { median, quantile } from '@mondwerk/film';
import { describe, expect, it } from 'vitest';

describe('a quantile', () => {
  it('is the value that so many of the others lie below', () => {
    const values = [30, 10, 20, 50, 40, 100, 90, 80, 70, 60];
    expect([0, 0.25, 0.5, 0.95, 1].map((share) => quantile(values, share))).toEqual([10, 30, 60, 100, 100]);
  });

  it('sorts by size and edits nothing it was given', () => {
    const values = Float32Array.of(10, 9, -1);
    expect(median(values)).toBe(9);
    expect([...values]).toEqual([10, 9, -1]);
  });

  it('is 0 where there are no numbers', () => {
    expect(median([])).toBe(0);
  });
});
