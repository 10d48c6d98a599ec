import { describe, expect, it } from 'vitest';
import { stripPath, whereSeen } from '../../../apps/dashboard/components/cast/whereSeen.ts';

const face = (performer: string, shot: number, start: number, end: number) => ({
  ...{ id: `${performer}${shot}`, performer, shot, start, end, frontal: null, height: 0.2 },
});

describe('where somebody is seen', () => {
  it('begins with the first frame, whatever the order of the faces', () => {
    const seen = whereSeen(
      [face('ana', 4, 400, 450), face('ben', 1, 100, 200), face('ana', 2, 220, 300)],
      1600,
    );
    expect(seen.get('ana')).toEqual({
      first: { frame: 220, shot: 2 },
      strip: 'M22 0H30V6H22ZM40 0H45V6H40Z',
    });
    expect(seen.get('ben')?.first).toEqual({ frame: 100, shot: 1 });
    expect(whereSeen([], 1).size).toBe(0);
  });
});

describe('the strip of where somebody is seen', () => {
  it('marks spans to scale', () => {
    expect(stripPath([[250, 500]], 1000)).toBe('M40 0H80V6H40Z');
  });

  it('marks a moment of a long film so that it can be seen, also at the very end', () => {
    expect(stripPath([[0, 1]], 100_000)).toBe('M0 0H1V6H0Z');
    expect(stripPath([[99_999, 100_000]], 100_000)).toBe('M159 0H160V6H159Z');
  });

  it('draws marks that touch as one, however many there are', () => {
    const often = Array.from({ length: 1000 }, (_, at) => [at * 100, at * 100 + 99] as const);
    expect(stripPath(often, 100_000)).toBe('M0 0H160V6H0Z');
  });
});
