import { describe, expect, it } from 'vitest';
import type { Field } from '../../libs/compositing/src/field.ts';
import { halve, pyramidBlend } from '../../libs/compositing/src/pyramidBlend.ts';
import { grain } from '../lipsync/drawnFace.ts';

const fieldBy = (width: number, height: number, of: (x: number, y: number) => number): Field => ({
  width,
  height,
  data: Float32Array.from({ length: width * height }, (_, i) => of(i % width, Math.floor(i / width))),
});

const SIZES = [
  [64, 48],
  [61, 37],
] as const;

describe('pyramidBlend', () => {
  it.each(SIZES)(
    'returns what lies under where the mask is zero and what lies over where it is one (%i × %i)',
    (w, h) => {
      const under = fieldBy(w, h, (x, y) => 100 + 40 * grain(1, w * y + x));
      const over = fieldBy(w, h, (x, y) => 120 + 40 * grain(2, w * y + x));
      expect(
        pyramidBlend(
          under,
          over,
          fieldBy(w, h, () => 0),
          4,
        ).data,
      ).toEqual(under.data);
      pyramidBlend(
        under,
        over,
        fieldBy(w, h, () => 1),
        4,
      ).data.forEach((v, i) => expect(v).toBeCloseTo(over.data[i], 3));
    },
  );

  it.each(SIZES)('blends a constant difference without ringing beyond it (%i × %i)', (w, h) => {
    const under = fieldBy(w, h, () => 90);
    const over = fieldBy(w, h, () => 130);
    const mask = fieldBy(w, h, (x, y) => (Math.hypot(x - w / 2, y - h / 2) < 14 ? 1 : 0));
    const out = pyramidBlend(under, over, mask, 4);
    expect(Math.min(...out.data)).toBeGreaterThanOrEqual(90 - 1e-3);
    expect(Math.max(...out.data)).toBeLessThanOrEqual(130 + 1e-3);
    expect(out.data[Math.floor(h / 2) * w + Math.floor(w / 2)]).toBeGreaterThan(115);
    expect(out.data[0]).toBeLessThan(92);
  });

  it('keeps fine detail inside a sharp mask and softens coarse differences across it', () => {
    const under = fieldBy(96, 32, () => 100);
    const over = fieldBy(96, 32, (x) => 140 + (x % 2 === 0 ? 8 : -8));
    const out = pyramidBlend(
      under,
      over,
      fieldBy(96, 32, (x) => (x >= 48 ? 1 : 0)),
      4,
    );
    const row = out.data.subarray(16 * 96, 17 * 96);
    expect(Math.abs(row[54] - row[55])).toBeGreaterThan(12);
    expect(Math.abs(row[44] - row[45])).toBeLessThan(4);
    expect((row[46] + row[47]) / 2).toBeGreaterThan(104);
  });

  it('halves a constant into itself', () => {
    expect(halve(fieldBy(9, 7, () => 5)).data.every((v) => Math.abs(v - 5) < 1e-6)).toBe(true);
  });
});
