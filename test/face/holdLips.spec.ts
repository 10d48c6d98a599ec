import { describe, expect, it } from 'vitest';
import { holdLips, openingOf, openLips } from '@mondwerk/face';
import { drawnHead } from '../lipsync/drawnHead.ts';

const openings = (shape: Float32Array): number[] => openingOf((p) => shape[3 * p + 1]);

describe('holdLips', () => {
  const open = drawnHead({ aperture: 0.12 });

  it('shuts lips that shall touch', () => {
    for (const gap of openings(holdLips(open, new Array<number>(9).fill(0)))) expect(gap).toBeCloseTo(0, 6);
  });

  it('keeps the crack that f and v need where the lips were pressed shut', () => {
    const shut = drawnHead({ aperture: 0 });
    const wanted = openings(drawnHead({ aperture: 0.03 }));
    openings(holdLips(shut, wanted)).forEach((gap, i) => expect(gap).toBeCloseTo(wanted[i], 6));
  });

  it('leaves wide openings to the plan, and never crosses lips', () => {
    const shut = drawnHead({ aperture: 0 });
    expect(holdLips(shut, new Array<number>(9).fill(0.2))).toEqual(shut);
    for (const gap of openings(holdLips(open, new Array<number>(9).fill(-0.05))))
      expect(gap).toBeCloseTo(0, 6);
  });

  it('brings each pair as near as wanted, the lower lip most of the way and as a whole, so that none swells (complaint 3)', () => {
    const wanted = openings(open).map((v) => v / 3);
    const out = holdLips(open, wanted);
    openings(out).forEach((gap, i) => expect(gap).toBeCloseTo(wanted[i], 6));
    const thickness = (shape: Float32Array, outer: number, inner: number): number =>
      Math.abs(shape[3 * outer + 1] - shape[3 * inner + 1]);
    const gone = openings(open)[4] - wanted[4];
    for (const [outer, inner] of [
      [17, 14],
      [0, 13],
    ])
      expect(thickness(out, outer, inner) - thickness(open, outer, inner)).toBeLessThan(0.31 * gone);
    expect(open[3 * 14 + 1] - out[3 * 14 + 1]).toBeCloseTo(0.7 * gone, 6);
  });

  it('moves nothing but lips and edits nothing it was given', () => {
    const before = open.slice();
    const out = holdLips(open, new Array<number>(9).fill(0));
    expect(open).toEqual(before);
    for (const p of [61, 291, 78, 308, 152, 2, 18, 164]) expect(out[3 * p + 1]).toBe(open[3 * p + 1]);
    expect(out.filter((v, i) => v !== open[i])).toHaveLength(63);
  });
});

describe('openLips', () => {
  it('opens and shuts lips exactly as far as is wanted, and turns nothing inside out', () => {
    const wanted = [0, 0.01, 0.03, 0.05, 0.06, 0.05, 0.03, 0.01, -0.02];
    for (const aperture of [0, 0.12])
      openings(openLips(drawnHead({ aperture }), wanted)).forEach((gap, i) =>
        expect(gap).toBeCloseTo(Math.max(0, wanted[i]), 5),
      );
  });
});
