import { describe, expect, it } from 'vitest';
import {
  coordinatesOfMouth,
  coordinatesOfShape,
  featuresOf,
  learnMouthSpace,
  mouthRow,
  MOVING,
  withMouth,
} from '../../../libs/lipsync/src/atlas/mouthSpace.ts';
import { drawnHead, speaking } from '../drawnHead.ts';

const shapes = speaking(80).map(drawnHead);
const space = learnMouthSpace(shapes);

const featuresAt = (coordinates: Float32Array): Float32Array => {
  const out = new Float32Array(coordinates.length + 3);
  featuresOf(space, coordinates, out, 3);
  return out.slice(3);
};
const distance = (a: Float32Array, b: Float32Array): number => Math.hypot(...a.map((v, i) => v - b[i]));

describe('mouthSpace', () => {
  it('brings a known shape back from its 41 mouth points alone', () => {
    for (const n of [0, 7, 23, 61]) {
      const coordinates = coordinatesOfMouth(space, mouthRow(shapes[n]));
      const back = withMouth(space, drawnHead({ aperture: 0 }), coordinates);
      for (const p of [13, 14, 61, 291, 0, 17, 152]) {
        for (let axis = 0; axis < 3; axis++)
          expect(Math.abs(back[3 * p + axis] - shapes[n][3 * p + axis])).toBeLessThan(0.004);
      }
    }
  });

  it('measures how different two mouths look as the distance of their mouth points', () => {
    const [a, b] = [shapes[2], shapes[4]];
    const [fa, fb] = [a, b].map((shape) => featuresAt(coordinatesOfShape(space, shape)));
    const inner = new Set([...mouthRow(a).keys()].filter((i) => i >= 60 && i < 120 && i % 3 === 1));
    const weighted = mouthRow(a).map(
      (v, i) => (v - mouthRow(b)[i]) * (inner.has(i) ? 1.6 : i % 3 === 2 ? 0.25 : 1),
    );
    expect(distance(fa, fb)).toBeCloseTo(Math.hypot(...weighted) / Math.sqrt(41), 3);
  });

  it('moves nothing but what follows the mouth', () => {
    const shut = drawnHead({ aperture: 0 });
    const open = withMouth(space, shut, coordinatesOfShape(space, drawnHead({ aperture: 0.12 })));
    const moving = new Set(MOVING);
    for (let p = 0; p < 468; p++) if (!moving.has(p)) expect(open[3 * p + 1]).toBe(shut[3 * p + 1]);
    expect(open[3 * 14 + 1] - open[3 * 13 + 1]).toBeGreaterThan(0.1);
    expect(open[3 * 152 + 1]).toBeGreaterThan(shut[3 * 152 + 1] + 0.05);
  });

  it('holds up when a mouth was seen only once', () => {
    const alone = learnMouthSpace(shapes.slice(0, 1));
    const coordinates = coordinatesOfMouth(alone, mouthRow(shapes[30]));
    expect(coordinates.every(Number.isFinite)).toBe(true);
    const back = withMouth(alone, shapes[0], coordinates);
    expect(back.every((v, i) => Math.abs(v - shapes[0][i]) < 1e-3)).toBe(true);
  });
});
