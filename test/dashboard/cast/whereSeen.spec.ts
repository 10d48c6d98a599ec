import { describe, expect, it } from 'vitest';
import { stripPath, whereSeen } from '../../../apps/dashboard/components/cast/whereSeen.ts';

const face = (performer: string, shot: number, start: number, end: number) => ({
  ...{ id: `${performer}${shot}`, performer, shot, start, end, frontal: null, height: 0.2 },
});

describe('where somebody is seen', () => {
  it('begins with the first frame, whatever the order of the faces', () => {
    const seen = whereSeen([face('ana', 4, 400, 450), face('ben', 1, 100, 200), face('ana', 2, 220, 300)]);
    expect(seen.get('ana')).toEqual({
      first: { frame: 220, shot: 2 },
      spans: [
        [220, 300],
        [400, 450],
      ],
    });
    expect(seen.get('ben')?.first).toEqual({ frame: 100, shot: 1 });
    expect(whereSeen([]).size).toBe(0);
  });
});

describe('the strip of where somebody is seen', () => {
  const strip = { width: 100, height: 6 };

  it('marks spans to scale', () => {
    expect(stripPath([[250, 500]], 1000, strip)).toBe('M25 0H50V6H25Z');
  });

  it('marks a moment of a long film so that it can be seen, also at the very end', () => {
    expect(stripPath([[0, 1]], 100_000, strip)).toBe('M0 0H1V6H0Z');
    expect(stripPath([[99_999, 100_000]], 100_000, strip)).toBe('M99 0H100V6H99Z');
  });

  it('draws marks that touch as one, however many there are', () => {
    const often = Array.from({ length: 1000 }, (_, at) => [at * 100, at * 100 + 99] as const);
    expect(stripPath(often, 100_000, strip)).toBe('M0 0H100V6H0Z');
  });
});
