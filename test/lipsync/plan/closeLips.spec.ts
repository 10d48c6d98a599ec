import { describe, expect, it } from 'vitest';
import { closeLips, openingOf } from '../../../libs/lipsync/src/plan/closeLips.ts';
import { drawnHead } from '../drawnHead.ts';

const openings = (shape: Float32Array): number[] => openingOf((p) => shape[3 * p + 1]);

describe('closeLips', () => {
  const open = drawnHead({ aperture: 0.12 });

  it('shuts lips that shall touch', () => {
    for (const gap of openings(closeLips(open, new Array<number>(9).fill(0)))) expect(gap).toBeCloseTo(0, 6);
  });

  it('never opens lips, and never crosses them', () => {
    const shut = drawnHead({ aperture: 0 });
    expect(closeLips(shut, new Array<number>(9).fill(0.2))).toEqual(shut);
    expect(
      closeLips(
        open,
        openings(open).map((v) => v + 0.01),
      ),
    ).toEqual(open);
    for (const gap of openings(closeLips(open, new Array<number>(9).fill(-0.05))))
      expect(gap).toBeCloseTo(0, 6);
  });

  it('brings each pair as near as wanted and the ring between half as far', () => {
    const wanted = openings(open).map((v) => v / 3);
    const out = closeLips(open, wanted);
    openings(out).forEach((gap, i) => expect(gap).toBeCloseTo(wanted[i], 6));
    const inner = out[3 * 13 + 1] - open[3 * 13 + 1];
    expect(out[3 * 12 + 1] - open[3 * 12 + 1]).toBeCloseTo(inner / 2, 6);
    expect(out[3 * 15 + 1] - open[3 * 15 + 1]).toBeCloseTo(-inner / 2, 6);
  });

  it('moves nothing else and edits nothing it was given', () => {
    const before = open.slice();
    const out = closeLips(open, new Array<number>(9).fill(0));
    expect(open).toEqual(before);
    for (const p of [0, 17, 61, 291, 152, 2]) expect(out[3 * p + 1]).toBe(open[3 * p + 1]);
    expect(out.filter((v, i) => v !== open[i])).toHaveLength(36);
  });
});
