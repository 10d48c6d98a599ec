import { describe, expect, it } from 'vitest';
import { mismatchOf, type ComparedFrame } from '../../../../apps/backend/src/pipeline/lines/mismatch.ts';

/** Frames of a large face whose mouth usually opens by 0.3 eye distances. */
const frames = (
  seen: readonly (number | null)[],
  wanted: readonly number[],
  more: Partial<ComparedFrame> = {},
): ComparedFrame[] =>
  seen.map((opening, at) => ({
    ...{ seen: opening, wanted: wanted[at], meeting: false, size: 0.2, range: 0.3 },
    ...more,
  }));

const speech = [0.02, 0.1, 0.22, 0.3, 0.18, 0.05, 0.02, 0.12];

describe('the mismatch of a line', () => {
  it('is nothing where the old mouth says it already, but for what no eye sees', () => {
    const nearly = speech.map((opening) => opening + 0.025);
    expect(mismatchOf(frames(nearly, speech))).toEqual({ score: 0, reason: 'fits' });
  });

  it('is whole where nothing fits, and tells which way', () => {
    expect(mismatchOf(frames([0.02, 0.02], [0.3, 0.25]))).toEqual({ score: 1, reason: 'too-closed' });
    expect(mismatchOf(frames([0.3, 0.25], [0.02, 0.02]))).toEqual({ score: 1, reason: 'too-open' });
  });

  it('lies between where it says something alike, and high for other speech of the same mouth', () => {
    const alike = speech.map((opening, at) => opening + (at % 2 === 0 ? 0.06 : -0.06));
    const { score } = mismatchOf(frames(alike, speech))!;
    expect(score).toBeCloseTo(3 / 7, 6);
    expect(mismatchOf(frames([...speech].reverse(), speech))!.score).toBeGreaterThan(2 * score);
  });

  it('counts lips in full that stay open where they must meet', () => {
    const plain = mismatchOf(frames([0.07], [0.01]))!.score;
    const meeting = mismatchOf(frames([0.07], [0.01], { meeting: true }));
    expect(plain).toBeLessThan(0.5);
    expect(meeting).toEqual({ score: 1, reason: 'lips-open' });
    expect(mismatchOf(frames([0.03], [0.01], { meeting: true }))!.score).toBe(0);
  });

  it('is less for a smaller face, and for a line of which less is seen', () => {
    const small = mismatchOf(frames([0.3], [0.02], { size: 0.04 }))!;
    expect(small.score).toBeCloseTo(0.5, 6);
    expect(mismatchOf(frames([0.3, null, null, null], speech))!.score).toBeCloseTo(0.25, 6);
    expect(mismatchOf(frames([null, null], speech))).toBeNull();
    expect(mismatchOf([])).toBeNull();
  });
});
