import { describe, expect, it } from 'vitest';
import type { AtlasEntry } from '../../../libs/lipsync/src/atlas/buildAtlas.ts';
import { coordinatesOfShape, learnMouthSpace } from '../../../libs/lipsync/src/atlas/mouthSpace.ts';
import { actingBaseline, cornersOf } from '../../../libs/lipsync/src/plan/baseline.ts';
import { drawnHead, speaking, type DrawnMouth } from '../drawnHead.ts';

const space = learnMouthSpace(speaking(80).map(drawnHead));

const entry = (frame: number, mouth: DrawnMouth): AtlasEntry => ({
  frame,
  track: 'a',
  shot: 0,
  coordinates: coordinatesOfShape(space, drawnHead(mouth)),
  features: new Float32Array(0),
  angles: [0, 0, 0],
  light: new Float32Array(5),
  sharpness: 1,
  aperture: mouth.aperture,
  eyeDistance: 60,
});

const usualCorners = cornersOf(space, entry(0, { aperture: 0 }));
const usual = (): Float32Array => usualCorners;
const RIGHT = 0;
const LEFT = 10 * 3;

describe('actingBaseline', () => {
  it('keeps most of a smile that is held, at the corners and not in the middle', () => {
    const smiling = Array.from({ length: 60 }, (_, i) => entry(i, { aperture: 0, wider: 0.05 }));
    const rows = actingBaseline(space, smiling, usual, 24);
    expect(rows).toHaveLength(60);
    expect(rows[30]).toHaveLength(123);
    expect(rows[30][RIGHT]).toBeCloseTo(-0.7 * 0.025, 3);
    expect(rows[30][LEFT]).toBeCloseTo(0.7 * 0.025, 3);
    for (const place of [5, 15, 25, 35, 40]) {
      for (let axis = 0; axis < 3; axis++) expect(rows[30][3 * place + axis]).toBeCloseTo(0, 6);
    }
  });

  it('adds nothing to a face at rest', () => {
    const still = Array.from({ length: 10 }, (_, i) => entry(i, { aperture: 0 }));
    for (const row of actingBaseline(space, still, usual, 24))
      for (const v of row) expect(Math.abs(v)).toBeLessThan(1e-5);
  });

  it('leaves the quick movements of speech out', () => {
    const quick = Array.from({ length: 60 }, (_, i) =>
      entry(i, { aperture: 0, wider: i % 4 < 2 ? 0.05 : -0.05 }),
    );
    for (const row of actingBaseline(space, quick, usual, 24).slice(12, -12))
      expect(Math.abs(row[LEFT])).toBeLessThan(0.003);
  });
});
