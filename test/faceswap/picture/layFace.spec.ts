import { beforeAll, describe, expect, it } from 'vitest';
import { layFace } from '../../../libs/faceswap/src/picture/layFace.ts';
import { onHeadOf, photograph } from '../photograph.ts';

let seen: Float32Array;
let wanted: Float32Array;
let unit: number;

beforeAll(async () => {
  const [head, shown] = [await photograph('mira'), await photograph('elias')];
  [seen, wanted, unit] = [head.mesh, onHeadOf(shown, head), head.eyeDistance];
});

const apart = (a: Float32Array, b: Float32Array, p: number): number =>
  Math.hypot(a[2 * p] - b[2 * p], a[2 * p + 1] - b[2 * p + 1]) / unit;

describe('layFace', () => {
  it('leaves hairline, temples and ears where they are', () => {
    const laid = layFace(seen, wanted, unit);
    for (const p of [10, 338, 109, 127, 356, 234, 454]) expect(apart(laid, seen, p)).toBe(0);
  });

  it('puts features where they are wanted', () => {
    const laid = layFace(seen, wanted, unit);
    for (const p of [4, 33, 133, 362, 13, 14, 61, 291]) expect(apart(laid, wanted, p)).toBeLessThan(0.01);
  });

  it('bends the chin towards the wanted one, but never far', () => {
    const further = wanted.map((value, i) => (i % 2 === 1 ? value + 0.6 * unit : value));
    const laid = layFace(seen, further, unit);
    for (const p of [152, 148, 377]) {
      expect(apart(laid, seen, p)).toBeGreaterThan(0.1);
      expect(apart(laid, seen, p)).toBeLessThan(0.15);
    }
  });

  it('moves nothing where nothing is wanted otherwise', () => {
    expect(layFace(seen, seen, unit)).toEqual(seen);
  });
});
