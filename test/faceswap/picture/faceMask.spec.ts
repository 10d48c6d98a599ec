import { beforeAll, describe, expect, it } from 'vitest';
import { coarseGridOf, type CoarseGrid, type Field } from '@mondwerk/compositing';
import { faceMask, skinMask } from '../../../libs/faceswap/src/picture/faceMask.ts';
import { BROWS, EYES, LIP_EDGE, OUTLINE } from '../../../libs/faceswap/src/picture/facePoints.ts';
import { photograph, type Photograph } from '../photograph.ts';

let face: Photograph;
let grid: CoarseGrid;

beforeAll(async () => {
  face = await photograph('mira');
  grid = coarseGridOf({ left: 0, top: 0, width: 360, height: 360 }, face.eyeDistance);
});

const at = (field: Field, p: number): number => {
  const [x, y] = [0, 1].map((axis) => Math.floor(face.mesh[2 * p + axis] / grid.cell));
  return field.data[y * field.width + x];
};

describe('faceMask', () => {
  it('covers brows, eyes, nose and mouth wholly', () => {
    const mask = faceMask(face.mesh, grid, face.eyeDistance);
    for (const p of [...BROWS.flat(), ...EYES.flat(), ...LIP_EDGE, 4, 2])
      expect(at(mask, p)).toBeGreaterThan(0.97);
  });

  it('stays off hairline, temples and ears, and off the frame', () => {
    const mask = faceMask(face.mesh, grid, face.eyeDistance);
    for (const p of [10, 338, 109, 21, 251, 127, 356, 234, 454]) expect(at(mask, p)).toBeLessThan(0.02);
    const border = [0, grid.width - 1, (grid.height - 1) * grid.width, grid.height * grid.width - 1];
    for (const i of border) expect(mask.data[i]).toBe(0);
  });

  it('grows and shrinks as people want it', () => {
    const area = (region: number): number =>
      faceMask(face.mesh, grid, face.eyeDistance, { region, feather: 1 }).data.reduce((sum, m) => sum + m, 0);
    expect(area(1.3)).toBeGreaterThan(1.1 * area(1));
    expect(area(0.7)).toBeLessThan(0.9 * area(1));
  });

  it('is no wider than before where its edge is wanted harder, but covers the brows still', () => {
    const mask = faceMask(face.mesh, grid, face.eyeDistance, { region: 1, feather: 0.25 });
    for (const p of BROWS.flat()) expect(at(mask, p)).toBe(1);
    for (const p of OUTLINE.filter((_, i) => i < 9)) expect(at(mask, p)).toBeLessThan(0.02);
  });
});

describe('skinMask', () => {
  it('is skin on cheeks, forehead and chin, and not on brows, eyes and lips', () => {
    const skin = skinMask(face.mesh, grid, face.eyeDistance);
    for (const p of [50, 280, 151, 199, 205, 425]) expect(at(skin, p)).toBe(1);
    for (const p of [...BROWS.flat(), ...EYES.flat(), 0, 17, 13]) expect(at(skin, p)).toBe(0);
  });
});
