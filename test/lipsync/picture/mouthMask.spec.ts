import { describe, expect, it } from 'vitest';
import { coarseGridOf, type CoarseGrid } from '../../../libs/compositing/src/coarseGrid.ts';
import { lipMask, mouthMask } from '../../../libs/lipsync/src/picture/mouthMask.ts';
import { smoothStep } from '../../../libs/compositing/src/hull.ts';
import type { Field } from '../../../libs/compositing/src/field.ts';
import { drawnMesh, FACE } from '../drawnFace.ts';

const grid = coarseGridOf({ left: 0, top: 0, width: FACE.width, height: FACE.height }, FACE.eyeDistance);

const at = (mask: Field, g: CoarseGrid, x: number, y: number): number =>
  mask.data[Math.floor((y - g.top) / g.cell) * mask.width + Math.floor((x - g.left) / g.cell)];

const between = (mesh: Float32Array, a: number, b: number): [number, number] => [
  (mesh[2 * a] + mesh[2 * b]) / 2,
  (mesh[2 * a + 1] + mesh[2 * b + 1]) / 2,
];

describe('mouthMask', () => {
  it.each([0, 0.08, 0.2])(
    'is 1 between lips that are %f apart, and 0 on the nose and the edge of the chin',
    (aperture) => {
      const mesh = drawnMesh({ aperture });
      const mask = mouthMask(mesh, grid, FACE.eyeDistance);
      expect(at(mask, grid, ...between(mesh, 13, 14))).toBe(1);
      expect(at(mask, grid, ...between(mesh, 82, 87))).toBe(1);
      for (const point of [4, 152, 148, 377, 234, 454])
        expect(at(mask, grid, mesh[2 * point], mesh[2 * point + 1])).toBe(0);
      expect(at(mask, grid, mesh[2 * 61], mesh[2 * 61 + 1])).toBeGreaterThan(0.5);
    },
  );

  it('falls off without a step', () => {
    const mask = mouthMask(drawnMesh({ aperture: 0.1 }), grid, FACE.eyeDistance);
    const steps = mask.data.map((v, i) => (i % mask.width === 0 ? 0 : Math.abs(v - mask.data[i - 1])));
    expect(Math.max(...steps)).toBeLessThan(0.3);
  });

  it('marks the lips and a little skin round them', () => {
    const mesh = drawnMesh({ aperture: 0.1 });
    const lips = lipMask(mesh, grid, FACE.eyeDistance);
    for (const point of [61, 291, 0, 17, 13, 14])
      expect(at(lips, grid, mesh[2 * point], mesh[2 * point + 1])).toBeGreaterThan(0.9);
    for (const point of [2, 200, 205, 425, 212])
      expect(at(lips, grid, mesh[2 * point], mesh[2 * point + 1])).toBe(0);
  });

  it('lays 64 cells across the eyes of a large face and one a pixel on a small one', () => {
    const box = { left: 5, top: 7, width: 300, height: 200 };
    expect(coarseGridOf(box, 128)).toEqual({ left: 5, top: 7, cell: 2, width: 150, height: 100 });
    expect(coarseGridOf(box, 40)).toEqual({ left: 5, top: 7, cell: 1, width: 300, height: 200 });
  });

  it('steps smoothly from 0 to 1', () => {
    expect([-1, 0, 0.5, 1, 9].map(smoothStep)).toEqual([0, 0, 0.5, 1, 1]);
  });
});
