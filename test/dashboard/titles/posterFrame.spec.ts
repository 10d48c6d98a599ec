import { describe, expect, it } from 'vitest';
import { contrastOf, posterCandidates } from '../../../apps/dashboard/components/titles/posterFrame.ts';

const index = (count: number) => ({
  ...{ width: 160, height: 90, columns: 10, rows: 10 },
  frames: Array.from({ length: count }, (_, at) => at * 50),
  sheets: [],
});

const grey = (...levels: number[]): Uint8ClampedArray =>
  Uint8ClampedArray.from(levels.flatMap((level) => [level, level, level, 255]));

describe('the frame that stands for a film', () => {
  it('is looked for some way into the film, on one sheet', () => {
    const candidates = posterCandidates(index(2700));
    expect(candidates).toHaveLength(12);
    expect(candidates[0]).toBeGreaterThan(2700 * 0.3);
    expect(candidates.at(-1)).toBeLessThan(2700 * 0.4);
    expect(new Set(candidates.map((at) => Math.floor(at / 100))).size).toBe(1);
  });

  it.each([1, 2, 3, 12, 99, 100, 101, 286])('is one of the thumbnails of a film with %i of them', (count) => {
    const candidates = posterCandidates(index(count));
    expect(candidates.length).toBeGreaterThan(0);
    expect(candidates.every((at) => at >= 0 && at < count)).toBe(true);
    expect(new Set(candidates.map((at) => Math.floor(at / 100))).size).toBe(1);
  });

  it('has more to see than black and plain cards', () => {
    expect(contrastOf(grey(0, 0, 0, 0))).toBe(0);
    expect(contrastOf(grey(16, 18, 16, 18))).toBeLessThan(contrastOf(grey(20, 200, 90, 140)));
  });
});
