import { describe, expect, it } from 'vitest';
import type { Box } from '@mondwerk/film';
import { JAW_POINTS, MASK_POINTS } from '../../../libs/lipsync/src/picture/controlPoints.ts';
import { cutMouth, mouthBox, sourceBox } from '../../../libs/lipsync/src/picture/mouthBox.ts';
import { drawnFace, drawnMesh, FACE, formatOf } from '../drawnFace.ts';

const moved = (mesh: Float32Array, dx: number, dy: number): Float32Array =>
  mesh.map((value, i) => value + (i % 2 === 0 ? dx : dy));

const aligned = ({ left, top, right, bottom }: Box, format: { shiftX: number; shiftY: number }): boolean =>
  [left, right].every((x) => x % (1 << format.shiftX) === 0) &&
  [top, bottom].every((y) => y % (1 << format.shiftY) === 0);

describe('mouthBox', () => {
  const mesh = drawnMesh({ aperture: 0.1 });

  it.each(['yuv420p', 'yuv422p10le', 'yuv444p'])(
    'holds the lower face on whole chroma samples of %s',
    (name) => {
      const picture = { width: FACE.width, height: FACE.height, format: formatOf(name) };
      for (let step = 0; step < 4; step++) {
        const face = moved(mesh, 0.37 * step, 0.61 * step);
        const box = mouthBox([face], FACE.eyeDistance, picture);
        expect(aligned(box, picture.format)).toBe(true);
        for (const p of [...JAW_POINTS, ...MASK_POINTS]) {
          expect(face[2 * p]).toBeGreaterThanOrEqual(box.left);
          expect(face[2 * p]).toBeLessThanOrEqual(box.right);
          expect(face[2 * p + 1]).toBeGreaterThanOrEqual(box.top);
          expect(face[2 * p + 1]).toBeLessThanOrEqual(box.bottom);
        }
      }
    },
  );

  it.each([
    [-80, -100],
    [90, 60],
    [-80, 60],
  ])('stays inside the picture when the face is moved to its corner by (%i, %i)', (dx, dy) => {
    const picture = drawnFace({ aperture: 0 });
    const face = moved(mesh, dx, dy);
    const cut = cutMouth(picture, face, FACE.eyeDistance);
    expect(cut.box.left).toBeGreaterThanOrEqual(0);
    expect(cut.box.top).toBeGreaterThanOrEqual(0);
    expect(cut.box.right).toBeLessThanOrEqual(FACE.width);
    expect(cut.box.bottom).toBeLessThanOrEqual(FACE.height);
    expect([cut.picture.width, cut.picture.height]).toEqual([
      cut.box.right - cut.box.left,
      cut.box.bottom - cut.box.top,
    ]);
    const inner = sourceBox(face, FACE.eyeDistance, cut.box, picture);
    expect(inner.left).toBeGreaterThanOrEqual(cut.box.left);
    expect(inner.right).toBeLessThanOrEqual(cut.box.right);
    expect(aligned(inner, picture.format)).toBe(true);
  });

  it('holds the face before and after', () => {
    const picture = { width: FACE.width, height: 300, format: formatOf('yuv420p') };
    const [shut, open] = [drawnMesh({ aperture: 0 }), drawnMesh({ aperture: 0.2 })];
    const both = mouthBox([shut, open], FACE.eyeDistance, picture);
    expect(both.bottom).toBe(mouthBox([open], FACE.eyeDistance, picture).bottom);
    expect(both.bottom).toBeGreaterThan(mouthBox([shut], FACE.eyeDistance, picture).bottom);
  });

  it('lets a source fill only what lies round the lips', () => {
    const picture = drawnFace({ aperture: 0.1 });
    const box = mouthBox([mesh], FACE.eyeDistance, picture);
    const inner = sourceBox(mesh, FACE.eyeDistance, box, picture);
    expect(inner.left).toBeGreaterThan(box.left);
    expect(inner.right).toBeLessThan(box.right);
    expect(inner.bottom).toBeLessThan(box.bottom);
    for (const p of MASK_POINTS) expect(mesh[2 * p]).toBeGreaterThan(inner.left);
  });
});
