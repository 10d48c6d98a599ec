import { beforeAll, describe, expect, it } from 'vitest';
import { coarseGridOf, type CoarseGrid, type Field, type Fields, shrink } from '@mondwerk/compositing';
import { beardMask } from '../../../libs/faceswap/src/picture/beardMask.ts';
import { faceAxis } from '../../../libs/faceswap/src/picture/faceAxis.ts';
import { hairMask } from '../../../libs/faceswap/src/picture/hairMask.ts';
import { roughnessOf } from '../../../libs/faceswap/src/picture/roughness.ts';
import { skinMask } from '../../../libs/faceswap/src/picture/faceMask.ts';
import { photograph, type Photograph } from '../photograph.ts';

const SIZE = 360;
let face: Photograph;
let grid: CoarseGrid;
let down: Field;

beforeAll(async () => {
  face = await photograph('mira');
  grid = coarseGridOf({ left: 0, top: 0, width: SIZE, height: SIZE }, 2.7 * face.eyeDistance);
  down = faceAxis(face.mesh, grid);
});

const blank = (): Field => ({ ...down, data: new Float32Array(down.data.length) });

const at = (field: Field, p: number): number => {
  const [x, y] = [0, 1].map((axis) => Math.floor(face.mesh[2 * p + axis] / grid.cell));
  return field.data[y * field.width + x];
};

/** Skin with pores, and hairs where `hairy` says. */
const luma = (hairy: (x: number, y: number) => boolean): Field => ({
  ...{ width: SIZE, height: SIZE },
  data: Float32Array.from({ length: SIZE * SIZE }, (_, i) => {
    const [x, y] = [i % SIZE, Math.floor(i / SIZE)];
    const pore = 2 * Math.sin(2.3 * x) * Math.sin(1.9 * y);
    return hairy(x, y) ? 70 + 30 * Math.sin(1.3 * x + 0.4 * y) : 130 + pore;
  }),
});
const planes = (field: Field): Fields => {
  const small = shrink(field, grid.width, grid.height);
  const grey = (value: number): Field => ({
    ...small,
    data: new Float32Array(small.data.length).fill(value),
  });
  return [small, grey(110), grey(150)];
};

describe('beardMask', () => {
  it('finds a beard by its roughness, and no beard on a smooth face', () => {
    const skin = skinMask(face.mesh, grid, face.eyeDistance);
    const noses = face.mesh[2 * 2 + 1];
    const [bearded, smooth] = [luma((_, y) => y > noses + 4), luma(() => false)].map((each) =>
      beardMask(roughnessOf(each, grid, down, skin, 16), down),
    );
    for (const p of [199, 200, 202, 422]) {
      expect(at(bearded, p)).toBeGreaterThan(0.9);
      expect(at(smooth, p)).toBeLessThan(0.1);
    }
    expect(at(bearded, 151)).toBe(0);
  });
});

describe('hairMask', () => {
  it('leaves the frame where a lock of hair hangs over the temple, on either of them', () => {
    const [x, y] = [face.mesh[2 * 162], face.mesh[2 * 162 + 1]];
    const lock = planes(luma((i, j) => i < x + 14 && Math.abs(j - y) < 50));
    const bare = planes(luma(() => false));
    for (const [under, near] of [
      [lock, bare],
      [bare, lock],
    ]) {
      const mask = hairMask(face.mesh, grid, face.eyeDistance, { under, near, rough: blank(), down });
      expect(at(mask, 162)).toBeLessThan(0.3);
      expect(at(mask, 151)).toBeGreaterThan(0.9);
      expect(at(mask, 389)).toBeGreaterThan(0.9);
    }
  });

  it('gives up strands of hair whose mean is as bright as skin', () => {
    const [x, y] = [face.mesh[2 * 162], face.mesh[2 * 162 + 1]];
    const skin = skinMask(face.mesh, grid, face.eyeDistance);
    const shown = luma((i, j) => i < x + 10 && Math.abs(j - y) < 40);
    const bare = planes(luma(() => false));
    const rough = roughnessOf(shown, grid, down, skin, 16);
    const mask = hairMask(face.mesh, grid, face.eyeDistance, { under: bare, near: bare, rough, down });
    expect(at(mask, 162)).toBeLessThan(0.3);
    expect(at(mask, 151)).toBeGreaterThan(0.9);
  });

  it('never gives up brows, eyes and the lower face, however different', () => {
    const mask = hairMask(face.mesh, grid, face.eyeDistance, {
      under: planes(luma(() => true)),
      near: planes(luma(() => false)),
      rough: blank(),
      down,
    });
    for (const p of [105, 334, 159, 386, 4, 13, 199]) expect(at(mask, p)).toBeGreaterThan(0.95);
  });
});
