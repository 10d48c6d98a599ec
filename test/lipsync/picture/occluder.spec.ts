import { describe, expect, it } from 'vitest';
import { applyLight, learnLight, shrinkAll } from '../../../libs/lipsync/src/picture/matchLight.ts';
import { coarseGridOf, lipMask, mouthMask } from '../../../libs/lipsync/src/picture/mouthMask.ts';
import { findOccluder, type Occluder } from '../../../libs/lipsync/src/picture/occluder.ts';
import { fieldsOf } from '../../../libs/lipsync/src/picture/planes.ts';
import { drawnFace, drawnMesh, FACE, type Drawing } from '../drawnFace.ts';

const mesh = drawnMesh({ aperture: 0 });
const grid = coarseGridOf({ left: 0, top: 0, width: FACE.width, height: FACE.height }, FACE.eyeDistance);
const mask = mouthMask(mesh, grid, FACE.eyeDistance);
const lips = lipMask(mesh, grid, FACE.eyeDistance);

function lookFor(frame: Drawing, source: Drawing): Occluder {
  const [under, over] = [frame, source].map((drawing) =>
    shrinkAll(fieldsOf(drawnFace(drawing)), grid.width, grid.height),
  );
  const skin = { ...mask, data: mask.data.map((m, i) => (m > 0.05 ? 1 - lips.data[i] : 0)) };
  return findOccluder(under, applyLight(over, learnLight(under, over, skin, 8)), mask, lips);
}

const keptAt = ({ keep }: Occluder, x: number, y: number): number =>
  keep.data[Math.floor(y / grid.cell) * grid.width + Math.floor(x / grid.cell)];

describe('occluder', () => {
  const mouthY = FACE.y + 0.92 * FACE.eyeDistance;

  it('finds a grey bar across the mouth and keeps it, lips included', () => {
    const bar = { left: 92, top: 70, right: 104, bottom: 150 };
    const found = lookFor({ aperture: 0, bar }, { aperture: 0, seed: 2 });
    expect(found.share).toBeGreaterThan(0.1);
    expect(found.share).toBeLessThanOrEqual(1);
    for (const y of [mouthY - 10, mouthY, mouthY + 10]) expect(keptAt(found, 98, y)).toBe(1);
    expect(keptAt(found, 80, mouthY)).toBe(0);
  });

  it('finds nothing on an equal face with noise of its own', () => {
    const found = lookFor({ aperture: 0, noise: 6, seed: 3 }, { aperture: 0, noise: 6, seed: 4 });
    expect(found.share).toBe(0);
    expect(Math.max(...found.keep.data)).toBe(0);
  });

  it('takes neither other light nor an open mouth for a thing', () => {
    expect(lookFor({ aperture: 0 }, { aperture: 0, gain: 0.8, shift: 5 }).share).toBe(0);
    expect(lookFor({ aperture: 0 }, { aperture: 0.06 }).share).toBe(0);
    expect(lookFor({ aperture: 0.06 }, { aperture: 0 }).share).toBe(0);
  });

  it('says at most that all of the mask is covered', () => {
    const bar = { left: 30, top: 60, right: 160, bottom: 160 };
    expect(lookFor({ aperture: 0, bar }, { aperture: 0, gain: 1.9 }).share).toBeLessThanOrEqual(1);
  });
});
