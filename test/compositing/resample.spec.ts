import { describe, expect, it } from 'vitest';
import { formatOf, grain } from '../lipsync/drawnFace.ts';
import type { Field } from '../../libs/compositing/src/field.ts';
import { warpPlanes, type Fields } from '../../libs/compositing/src/planes.ts';
import { resample } from '../../libs/compositing/src/resample.ts';
import type { WarpMap } from '../../libs/compositing/src/warpMap.ts';

const fieldBy = (width: number, height: number, of: (x: number, y: number) => number): Field => ({
  width,
  height,
  data: Float32Array.from({ length: width * height }, (_, i) => of(i % width, Math.floor(i / width))),
});

const moved = (width: number, height: number, dx: number, dy: number): WarpMap => ({
  dx: fieldBy(width, height, () => dx),
  dy: fieldBy(width, height, () => dy),
});

const wave = (x: number, y: number): number => 128 + 60 * Math.sin(0.5 * x) + 30 * Math.cos(0.35 * y);
const LUMA = { left: 0, top: 0, stepX: 1, stepY: 1 };

describe('resample', () => {
  it('returns the very samples where nothing is displaced, also in a part of the source', () => {
    const source = fieldBy(20, 12, (x, y) => 100 + 80 * grain(1, 20 * y + x));
    expect(resample(source, LUMA, moved(20, 12, 0, 0), LUMA, source).data).toEqual(source.data);
    const inner = resample(
      source,
      LUMA,
      moved(6, 4, 0, 0),
      { ...LUMA, left: 3, top: 2 },
      { width: 6, height: 4 },
    );
    expect(inner.data[0]).toBe(source.data[2 * 20 + 3]);
    expect(inner.data[23]).toBe(source.data[5 * 20 + 8]);
  });

  it('weighs six by six samples by Lanczos-3, whatever lies beyond them', () => {
    const source = fieldBy(13, 11, (x, y) => 100 + 80 * grain(2, 13 * y + x));
    const out = resample(source, LUMA, moved(13, 11, 0.25, -0.375), LUMA, source);
    const kernel = (x: number): number =>
      x === 0 ? 1 : (3 * Math.sin(Math.PI * x) * Math.sin((Math.PI * x) / 3)) / (Math.PI * x) ** 2;
    const weights = (fraction: number): number[] => {
      const raw = [-2, -1, 0, 1, 2, 3].map((k) => kernel(k - fraction));
      const sum = raw.reduce((a, b) => a + b, 0);
      return raw.map((w) => w / sum);
    };
    const [across, down] = [weights(0.25), weights(0.625)];
    const held = (i: number, length: number): number => Math.min(length - 1, Math.max(0, i));
    out.data.forEach((value, at) => {
      const [x, y] = [at % 13, Math.floor(at / 13) - 1];
      let sum = 0;
      down.forEach((v, j) =>
        across.forEach(
          (w, i) => (sum += v * w * source.data[held(y - 2 + j, 11) * 13 + held(x - 2 + i, 13)]),
        ),
      );
      expect(value).toBeCloseTo(sum, 3);
    });
  });

  it('moves a wave by half a pixel to within half a level', () => {
    const source = fieldBy(60, 40, wave);
    const out = resample(source, LUMA, moved(60, 40, 0.5, -0.5), LUMA, source);
    for (let y = 4; y < 36; y++) {
      for (let x = 4; x < 56; x++)
        expect(Math.abs(out.data[y * 60 + x] - wave(x + 0.5, y - 0.5))).toBeLessThan(0.5);
    }
  });

  it('moves chroma like luma in every layout', () => {
    for (const name of ['yuv420p', 'yuv422p', 'yuv444p']) {
      const format = formatOf(name);
      const [sx, sy] = [1 << format.shiftX, 1 << format.shiftY];
      const slope = (x: number, y: number): number => 40 + 1.5 * x + 0.7 * y;
      const chroma = fieldBy(48 / sx, 32 / sy, (x, y) => slope((x + 0.5) * sx, (y + 0.5) * sy));
      const fields: Fields = [fieldBy(48, 32, (x, y) => slope(x + 0.5, y + 0.5)), chroma, chroma];
      const from = { left: 10, top: 20, right: 58, bottom: 52 };
      const to = { left: 24, top: 32, right: 44, bottom: 44 };
      const out = warpPlanes(fields, from, format, moved(20, 12, 2.3, -1.6), to);
      expect([out[1].width, out[1].height]).toEqual([20 / sx, 12 / sy]);
      out[0].data.forEach((v, i) => {
        const [x, y] = [14 + (i % 20) + 0.5 + 2.3, 12 + Math.floor(i / 20) + 0.5 - 1.6];
        expect(Math.abs(v - slope(x, y))).toBeLessThan(0.1);
      });
      out[2].data.forEach((v, i) => {
        const width = 20 / sx;
        const [x, y] = [14 + ((i % width) + 0.5) * sx + 2.3, 12 + (Math.floor(i / width) + 0.5) * sy - 1.6];
        expect(Math.abs(v - slope(x, y))).toBeLessThan(0.1);
      });
    }
  });

  it('holds the edges beyond the source', () => {
    const source = fieldBy(8, 8, () => 77);
    for (const step of [1, 2]) {
      for (const by of [-50, -2.4, 7.6, 30.5, 1e12, -1e12]) {
        const plane = { ...LUMA, stepX: step, stepY: step };
        const out = resample(source, plane, moved(8 * step, 8 * step, by, 3.3), plane, source);
        for (const value of out.data) expect(value).toBeCloseTo(77, 4);
      }
    }
  });
});
