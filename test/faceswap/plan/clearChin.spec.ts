import { describe, expect, it } from 'vitest';
import { MESH_POINTS } from '@mondwerk/film';
import { clearChin } from '../../../libs/faceswap/src/plan/clearChin.ts';

const [LIP, SKIN, HOLLOW, CHIN] = [17, 18, 200, 199].map((point) => 3 * point + 1);

const atRest = new Float32Array(3 * MESH_POINTS);
[LIP, SKIN, HOLLOW, CHIN].forEach((at, i) => (atRest[at] = 0.8 + 0.1 * i));

/** The head at rest with its lower lip and what is beneath it moved down. */
const moved = (lip: number, skin: number): Float32Array => {
  const shape = Float32Array.from(atRest);
  shape[LIP] += lip;
  for (const at of [SKIN, HOLLOW, CHIN]) shape[at] += skin;
  return shape;
};

describe('clearChin', () => {
  it('lets the skin beneath a lower lip give way to it, so that the lip is not folded', () => {
    const clear = clearChin(moved(0.15, 0.02), atRest);
    const places = [LIP, SKIN, HOLLOW, CHIN].map((at) => clear[at]);
    expect(places[0]).toBeCloseTo(0.95);
    for (let i = 1; i < places.length; i++)
      expect(places[i] - places[i - 1]).toBeGreaterThanOrEqual(0.07 - 1e-6);
  });

  it('leaves a chin alone that goes with its lip', () => {
    const shape = moved(0.1, 0.09);
    expect(clearChin(shape, atRest)).toEqual(shape);
  });
});
