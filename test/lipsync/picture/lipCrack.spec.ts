import { describe, expect, it } from 'vitest';
import { fieldOf, type Field } from '../../../libs/compositing/src/field.ts';
import { findLipCrack, moveLipCrack } from '../../../libs/lipsync/src/picture/lipCrack.ts';
import { drawnFace, drawnMesh, FACE, type Drawing } from '../drawnFace.ts';

const box = { left: 0, top: 0, right: FACE.width, bottom: FACE.height };
const CRACK = 0.02;

const lumaOf = (drawing: Drawing): Field => fieldOf(drawnFace(drawing).planes[0], 8);

/** The mesh as if landmarks had found the crack so many eye distances too low. */
const misplaced = (by: number): Float32Array => moveLipCrack(drawnMesh({ aperture: CRACK }), by);

describe('findLipCrack', () => {
  const luma = lumaOf({ aperture: CRACK });

  it.each([-0.036, 0.036])('finds a crack that landmarks have %s eye distances too low', (by) => {
    const found = findLipCrack(misplaced(by), luma, box);
    expect(found).toBeDefined();
    expect(Math.abs(found! + by)).toBeLessThan(0.013);
  });

  it('leaves landmarks alone that are right', () => {
    expect(findLipCrack(misplaced(0), luma, box)).toBeUndefined();
  });

  it('looks for no crack between open lips', () => {
    expect(findLipCrack(drawnMesh({ aperture: 0.2 }), lumaOf({ aperture: 0.2 }), box)).toBeUndefined();
  });

  it('says nothing where no crack is seen, as in a picture without a face', () => {
    const plain = { ...luma, data: new Float32Array(luma.data.length).fill(120) };
    expect(findLipCrack(misplaced(0.03), plain, box)).toBeUndefined();
  });
});

describe('moveLipCrack', () => {
  it('moves the inner lips along the face and leaves their outline where it was', () => {
    const mesh = drawnMesh({ aperture: 0 });
    const moved = moveLipCrack(mesh, 0.05);
    const [inner, outline] = [14, 17];
    expect(moved[2 * inner + 1] - mesh[2 * inner + 1]).toBeGreaterThan(0.8 * 0.05 * FACE.eyeDistance);
    expect(moved[2 * outline + 1]).toBe(mesh[2 * outline + 1]);
  });
});
