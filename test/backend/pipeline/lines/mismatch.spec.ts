import { describe, expect, it } from 'vitest';
import {
  mismatchOf,
  paceOf,
  type ComparedMouth,
  type Mismatch,
} from '../../../../apps/backend/src/pipeline/lines/mismatch.ts';

const REST_WIDTH = 0.6;
const pace = paceOf(25);

interface Changes extends Partial<Omit<ComparedMouth, 'seen' | 'wanted'>> {
  readonly size?: number;
  readonly widths?: readonly number[];
}

/** A large face whose mouth usually opens by 0.3 eye distances. */
function mouth(
  seen: readonly (number | null)[],
  wanted: readonly number[],
  { size = 0.2, widths = [], ...changes }: Changes = {},
): ComparedMouth {
  return {
    seen: seen.map((aperture, at) =>
      aperture === null ? null : { aperture, width: widths[at] ?? REST_WIDTH, size },
    ),
    wanted: wanted.map((aperture) => ({ aperture, width: REST_WIDTH })),
    ...{ line: { start: 0, end: wanted.length }, firm: [], range: 0.3, restWidth: REST_WIDTH },
    ...changes,
  };
}

const judge = (one: ComparedMouth, unseen = 0): Mismatch => mismatchOf([one], unseen, pace)!;

/** Two seconds of somebody speaking, slow enough that a frame more or less changes something. */
const speech = Array.from({ length: 50 }, (_, at) =>
  Math.max(0.01, 0.15 + 0.14 * Math.sin(at * 0.9) + 0.1 * Math.sin(at * 0.37)),
);
const shifted = (by: number): number[] => speech.map((_, at) => speech[Math.min(49, Math.max(0, at - by))]);
const middle = { start: 10, end: 40 };

describe('the mismatch of a line', () => {
  it('is nothing where the old mouth says it already, but for what no eye sees', () => {
    const nearly = speech.map((opening) => opening + 0.025);
    expect(judge(mouth(nearly, speech))).toEqual({ score: 0, reason: 'fits' });
  });

  it('is nothing where it says it a frame early or late, and is told from two frames on', () => {
    for (const by of [1, -1]) expect(judge(mouth(shifted(by), speech, { line: middle })).reason).toBe('fits');
    const late = judge(mouth(shifted(5), speech, { line: middle }));
    expect(late.reason).toBe('too-late');
    expect(late.score).toBeGreaterThan(0.15);
    expect(judge(mouth(shifted(-5), speech, { line: middle })).reason).toBe('too-early');
  });

  it('is whole where nothing fits, and tells which way', () => {
    expect(judge(mouth([0.02, 0.02], [0.3, 0.25]))).toEqual({ score: 1, reason: 'too-closed' });
    expect(judge(mouth([0.3, 0.25], [0.02, 0.02]))).toEqual({ score: 1, reason: 'too-open' });
  });

  it('counts lips in full that stay open where they must meet, and such a line never fits', () => {
    const open = speech.map((opening) => Math.max(opening, 0.07));
    const wanted = speech.map((opening, at) => (at === 20 ? 0.01 : Math.max(opening, 0.07)));
    const firm = [{ shape: 'closed' as const, frames: { start: 20, end: 21 } }];
    expect(judge(mouth(open, wanted)).reason).toBe('fits');
    const missed = judge(mouth(open, wanted, { firm }));
    expect(missed.score).toBeCloseTo(1 / 50, 2);
    expect(missed.reason).toBe('lips-open');
    const nextFrame = wanted.map((opening, at) => (at === 21 ? 0.02 : opening));
    expect(judge(mouth(nextFrame, wanted, { firm })).reason).toBe('fits');
  });

  it('counts lips by half that stay wide where they must be round', () => {
    const firm = [{ shape: 'rounded' as const, frames: { start: 0, end: 2 } }];
    const round = (widths: number[]): Mismatch => {
      const one = mouth([0.1, 0.1], [0.1, 0.1], { firm, widths });
      return judge({ ...one, wanted: one.wanted.map((form) => ({ ...form, width: 0.52 })) });
    };
    expect(round([0.6, 0.6])).toEqual({ score: 0.5, reason: 'not-round' });
    expect(round([0.6, 0.54])).toEqual({ score: 0, reason: 'fits' });
  });

  it('counts lips in full that stay closed where a mark wants them apart', () => {
    const firm = [{ shape: 'open' as const, frames: { start: 1, end: 2 } }];
    const closed = mouth([0.01, 0.01, 0.01, 0.01], [0.02, 0.05, 0.02, 0.02], { firm });
    expect(judge(closed)).toEqual({ score: 0.25, reason: 'too-closed' });
  });

  it('is less for a smaller face, and for a line of which less is seen', () => {
    expect(judge(mouth([0.3], [0.02], { size: 0.04 })).score).toBeCloseTo(0.5, 6);
    expect(judge(mouth([0.3, null, null, null], [0.02, 0.02, 0.02, 0.02])).score).toBeCloseTo(0.25, 6);
    expect(judge(mouth([0.3], [0.02]), 3).score).toBeCloseTo(0.25, 6);
    expect(mismatchOf([mouth([null, null], [0.02, 0.1])], 0, pace)).toBeNull();
    expect(mismatchOf([], 7, pace)).toBeNull();
  });

  it('is not asked of lips that are too small to see', () => {
    const firm = [{ shape: 'closed' as const, frames: { start: 0, end: 1 } }];
    const wanted = [0.01, ...Array<number>(19).fill(0.07)];
    const open = Array<number>(20).fill(0.07);
    expect(judge(mouth(open, wanted, { firm, size: 0.03 })).reason).toBe('fits');
    expect(judge(mouth(open, wanted, { firm, size: 0.05 })).reason).toBe('lips-open');
  });
});

describe('what goes unnoticed', () => {
  it.each([
    [24, 1],
    [25, 1],
    [30, 1],
    [50, 2],
    [60, 2],
  ])('at %d frames a second is %d of them', (perSecond, frames) => {
    expect(paceOf(perSecond).unnoticed).toBe(frames);
  });
});
