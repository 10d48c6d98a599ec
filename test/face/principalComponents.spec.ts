import { describe, expect, it } from 'vitest';
import { coordinatesOf, distanceFrom, principalComponents, rowOf } from '@mondwerk/face';
import { grain } from '../lipsync/drawnFace.ts';

const unit = (of: (i: number) => number): Float32Array => {
  const raw = Float32Array.from({ length: 40 }, (_, i) => of(i));
  const length = Math.hypot(...raw);
  return raw.map((v) => v / length);
};
const dot = (a: Float32Array, b: Float32Array): number => a.reduce((sum, v, i) => sum + v * b[i], 0);

const strong = unit((i) => (i % 2 === 0 ? 1 : 0));
const weak = unit((i) => (i % 2 === 1 ? (i % 4) - 2 : 0));
const rows = Array.from({ length: 120 }, (_, n) =>
  strong.map((s, i) => 7 + 5 * grain(1, n) * s + 2 * grain(2, n) * weak[i] + 0.01 * grain(3, 40 * n + i)),
);

describe('principalComponents', () => {
  const space = principalComponents(rows, 3);

  it('finds the directions that were put in, the strongest first', () => {
    expect(Math.abs(dot(space.directions.subarray(0, 40), strong))).toBeGreaterThan(0.999);
    expect(Math.abs(dot(space.directions.subarray(40, 80), weak))).toBeGreaterThan(0.999);
    expect(space.deviations[0]).toBeGreaterThan(space.deviations[1]);
    expect(space.deviations[1]).toBeGreaterThan(20 * space.deviations[2]);
    expect(space.deviations[0]).toBeCloseTo(5 / Math.sqrt(3), 0);
  });

  it('makes directions that are orthonormal', () => {
    for (let a = 0; a < 3; a++) {
      for (let b = 0; b < 3; b++) {
        const product = dot(
          space.directions.subarray(40 * a, 40 * a + 40),
          space.directions.subarray(40 * b, 40 * b + 40),
        );
        expect(product).toBeCloseTo(a === b ? 1 : 0, 5);
      }
    }
  });

  it('gives the same answer each time', () => {
    expect(principalComponents(rows, 3)).toEqual(space);
  });

  it('brings a row back from its coordinates and measures what they cannot say', () => {
    const row = rows[17];
    rowOf(space, coordinatesOf(space, row)).forEach((v, i) =>
      expect(Math.abs(v - row[i])).toBeLessThan(0.02),
    );
    expect(distanceFrom(space, row)).toBeLessThan(0.01);
    expect(
      distanceFrom(
        space,
        row.map((v, i) => v + (i === 3 ? 4 : 0)),
      ),
    ).toBeGreaterThan(0.3);
  });

  it('gives no more directions than there are rows, and none of nothing', () => {
    expect(principalComponents(rows.slice(0, 2), 5).count).toBe(2);
    const alone = principalComponents(rows.slice(0, 1), 5);
    expect(alone.deviations[0]).toBe(0);
    expect(rowOf(alone, coordinatesOf(alone, rows[0]))).toEqual(rows[0]);
  });
});
