import { describe, expect, it } from 'vitest';
import { faceBox } from '@mondwerk/faceswap';
import { fitSource } from '../../../libs/faceswap/src/picture/fitSource.ts';
import { OUTLINE } from '../../../libs/faceswap/src/picture/facePoints.ts';
import { partOfBox } from '../../../libs/faceswap/src/picture/faceBox.ts';
import { photograph, sourceOf } from '../photograph.ts';

describe('fitSource', () => {
  it('makes a larger source smaller, and its mesh with it', async () => {
    const face = await photograph('mira');
    const source = sourceOf(face);
    const half = face.mesh.map((value) => value / 2);
    const { planes, source: fitted } = fitSource(source, half);
    expect(Math.abs(planes[0].width - source.picture.width / 2)).toBeLessThan(2);
    expect(planes[1].width).toBe(planes[0].width / 2);
    for (const p of [33, 263, 152]) expect(fitted.mesh[2 * p]).toBeCloseTo(half[2 * p], -0.5);
    expect(fitted.box.right - fitted.box.left).toBeCloseTo(planes[0].width, 3);
  });

  it('leaves a smaller or as large a one alone', async () => {
    const face = await photograph('mira');
    const source = sourceOf(face);
    const twice = face.mesh.map((value) => 2 * value);
    expect(fitSource(source, twice).source).toBe(source);
    expect(fitSource(source, face.mesh).planes[0].width).toBe(source.picture.width);
  });
});

describe('faceBox', () => {
  it('holds both faces with room round them, and ends at the frame', async () => {
    const { mesh, eyeDistance, picture } = await photograph('mira');
    const aside = mesh.map((value, i) => (i % 2 === 0 ? value + 20 : value));
    const box = faceBox([mesh, aside], eyeDistance, picture);
    const xs = OUTLINE.map((p) => mesh[2 * p]);
    expect(box.left).toBeLessThan(Math.min(...xs) - 0.3 * eyeDistance);
    expect(box.right).toBeGreaterThan(Math.max(...xs) + 20 + 0.3 * eyeDistance);
    const out = mesh.map((value, i) => (i % 2 === 0 ? value - 140 : value));
    expect(faceBox([out], eyeDistance, picture).left).toBe(0);
  });

  it('has parts that never leave it and are never empty', async () => {
    const { mesh, eyeDistance, picture } = await photograph('mira');
    const box = { left: 0, top: 0, right: 40, bottom: 40 };
    const part = partOfBox(mesh, [152], 0.1 * eyeDistance, box, picture);
    expect(part.right - part.left).toBeGreaterThan(0);
    expect(part.bottom).toBe(40);
    expect(part.top).toBeLessThan(40);
  });
});
