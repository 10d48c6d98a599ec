import { beforeAll, describe, expect, it } from 'vitest';
import { boundLids } from '../../../libs/faceswap/src/picture/boundLids.ts';
import { photograph, sourceOf, type Photograph } from '../photograph.ts';

let open: Photograph;
let narrow: Photograph;

beforeAll(async () => {
  [open, narrow] = [await photograph('mira'), await photograph('mira', { moment: { blink: 0.5 } })];
});

const height = (mesh: Float32Array, upper: number, lower: number): number =>
  mesh[2 * lower + 1] - mesh[2 * upper + 1];

describe('boundLids', () => {
  it('opens an eye only a little further than the frame it is taken from', () => {
    const bound = boundLids(open.mesh, [sourceOf(narrow)]);
    for (const [upper, lower] of [
      [159, 145],
      [386, 374],
    ]) {
      const [is, wanted, has] = [bound, open.mesh, narrow.mesh].map((mesh) => height(mesh, upper, lower));
      expect(wanted).toBeGreaterThan(1.3 * has);
      expect(is).toBeLessThan(1.3 * has);
      expect(is).toBeGreaterThan(has);
    }
    for (const corner of [33, 133, 263, 362])
      expect(bound[2 * corner + 1]).toBeCloseTo(open.mesh[2 * corner + 1], 3);
  });

  it('lets eyes shut, and everything else be', () => {
    expect(boundLids(narrow.mesh, [sourceOf(open)])).toEqual(narrow.mesh);
    const bound = boundLids(open.mesh, [sourceOf(narrow)]);
    for (const p of [4, 152, 105, 13]) expect(bound[2 * p]).toBe(open.mesh[2 * p]);
  });
});
