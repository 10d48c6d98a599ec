import { describe, expect, it } from 'vitest';
import { fitThinPlate } from '../../libs/compositing/src/thinPlate.ts';
import { grain } from '../lipsync/drawnFace.ts';
import { exactBend } from './exactBend.ts';

const scattered = (count: number, seed: number): Float64Array =>
  Float64Array.from({ length: 2 * count }, (_, i) => grain(seed, i));

describe('thinPlate', () => {
  it('moves nothing when all points stay', () => {
    const points = scattered(40, 1);
    const plate = fitThinPlate(points, points, 0);
    for (const at of [-0.9, 0, 0.3, 1.4]) expect(exactBend(plate, at, -at / 2)).toEqual([0, 0]);
  });

  it.each([0, 2e-4])('is exact on an affine map, also beyond its points, with stiffness %f', (stiffness) => {
    const to = scattered(60, 2);
    const map = (x: number, y: number): [number, number] => [
      0.1 + 1.1 * x - 0.2 * y,
      -0.05 + 0.15 * x + 0.9 * y,
    ];
    const from = new Float64Array(to.length);
    for (let i = 0; i < to.length; i += 2) from.set(map(to[i], to[i + 1]), i);
    const plate = fitThinPlate(to, from, stiffness);
    for (const [x, y] of [
      [0, 0],
      [0.71, -0.33],
      [-1.8, 1.5],
    ]) {
      const [dx, dy] = exactBend(plate, x, y);
      expect(x + dx).toBeCloseTo(map(x, y)[0], 5);
      expect(y + dy).toBeCloseTo(map(x, y)[1], 5);
    }
  });

  it('passes through its points, and near them when it is stiff', () => {
    const to = scattered(50, 3);
    const from = to.map((value, i) => value + 0.05 * grain(4, i));
    const [exact, stiff] = [fitThinPlate(to, from, 0), fitThinPlate(to, from, 2e-4)];
    for (let i = 0; i < to.length; i += 2) {
      const [dx, dy] = exactBend(exact, to[i], to[i + 1]);
      expect(to[i] + dx).toBeCloseTo(from[i], 3);
      expect(to[i + 1] + dy).toBeCloseTo(from[i + 1], 3);
      const [sx, sy] = exactBend(stiff, to[i], to[i + 1]);
      expect(Math.hypot(sx - dx, sy - dy)).toBeLessThan(0.02);
    }
  });

  it('bears two points in one place when it is stiff', () => {
    const to = Float64Array.of(0, 0, 1, 0, 0, 1, 1, 1, 0.5, 0.5, 0.5, 0.5);
    const from = Float64Array.of(0, 0, 1, 0, 0, 1, 1, 1, 0.48, 0.5, 0.52, 0.5);
    const [dx, dy] = exactBend(fitThinPlate(to, from, 2e-4), 0.5, 0.5);
    expect(Math.hypot(dx, dy)).toBeLessThan(1e-6);
  });
});
