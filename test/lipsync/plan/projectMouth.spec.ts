import { describe, expect, it } from 'vitest';
import {
  nearest,
  projectMouth,
  squaredDistance,
  type KnownMouths,
} from '../../../libs/lipsync/src/plan/projectMouth.ts';
import { grain } from '../drawnFace.ts';

const features = Array.from({ length: 200 }, (_, n) =>
  Float32Array.from({ length: 6 }, (_, k) => grain(k, n)),
);
const known: KnownMouths = { features, coordinates: features.map((row) => row.map((v) => 2 * v + 1)) };

const distanceTo = (a: Float32Array, rows: readonly Float32Array[]): number =>
  Math.sqrt(Math.min(...rows.map((row) => squaredDistance(a, row))));

describe('projectMouth', () => {
  it('maps a known mouth to itself', () => {
    for (const n of [0, 40, 177]) {
      const out = projectMouth(features[n], known);
      out.forEach((v, k) => expect(Math.abs(v - known.coordinates[n][k])).toBeLessThan(0.05));
    }
  });

  it('maps a mouth that was nearly seen to nearly what is wanted', () => {
    const wanted = features[12].map(
      (v, k) => 0.5 * v + 0.5 * features[nearest(features[12], features, 2)[1]][k],
    );
    const out = projectMouth(wanted, known);
    out.forEach((v, k) => expect(Math.abs(v - (2 * wanted[k] + 1))).toBeLessThan(0.2));
  });

  it('brings one that was never seen into the neighbourhood of those that were', () => {
    const wild = Float32Array.from({ length: 6 }, () => 6);
    const out = projectMouth(wild, known);
    expect(distanceTo(out, known.coordinates)).toBeLessThan(
      0.2 *
        distanceTo(
          wild.map((v) => 2 * v + 1),
          known.coordinates,
        ),
    );
  });

  it('makes do with a single known mouth', () => {
    const alone = { features: features.slice(0, 1), coordinates: known.coordinates.slice(0, 1) };
    projectMouth(features[9], alone).forEach((v, k) => expect(v).toBeCloseTo(alone.coordinates[0][k], 5));
  });

  it('finds the nearest rows, nearest first', () => {
    const sorted = features
      .map((row, i) => ({ i, d: squaredDistance(features[5], row) }))
      .sort((a, b) => a.d - b.d)
      .slice(0, 9);
    expect(nearest(features[5], features, 9)).toEqual(sorted.map(({ i }) => i));
    expect(nearest(features[5], features.slice(0, 3), 9)).toHaveLength(3);
  });
});
