import { describe, expect, it } from 'vitest';
import { buildAtlas, mouthRow } from '@mondwerk/lipsync';
import { apertureOfShape } from '../../../libs/lipsync/src/atlas/apertures.ts';
import { drawnHead, drawnTrack, facing, readerOf, speaking } from '../drawnHead.ts';

const tracks = [
  drawnTrack('first', speaking(50)),
  drawnTrack(
    'second',
    speaking(30, 200).map((f) => ({ ...f, pose: facing(120, 60, 80, 0.2) })),
    1,
  ),
];
const atlas = await buildAtlas('performer-1', readerOf(tracks));

describe('buildAtlas', () => {
  it('lists every frame of every track in order', () => {
    expect(atlas.entries.map((e) => [e.track, e.frame, e.shot])).toEqual([
      ...Array.from({ length: 50 }, (_, i) => ['first', i, 0]),
      ...Array.from({ length: 30 }, (_, i) => ['second', 200 + i, 1]),
    ]);
  });

  it('takes the closed mouth for the one at rest', () => {
    const shut = mouthRow(drawnHead({ aperture: 0 }));
    const upper = 35 * 3 + 1;
    const lower = 25 * 3 + 1;
    expect(atlas.rest).toHaveLength(123);
    expect(shut[upper] - shut[lower]).toBeCloseTo(0, 6);
    expect(Math.abs(atlas.rest[upper] - atlas.rest[lower])).toBeLessThan(0.02);
  });

  it('measures opening, size and direction of each face', () => {
    const frames = speaking(50);
    atlas.entries.slice(1, 49).forEach((entry, i) => {
      expect(Math.abs(entry.aperture - frames[i + 1].aperture)).toBeLessThan(0.03);
      expect(entry.eyeDistance).toBeCloseTo(60, 0);
    });
    const turned = atlas.entries[60];
    expect(turned.eyeDistance).toBeCloseTo(80, 0);
    expect(Math.abs(turned.angles[0] - atlas.entries[20].angles[0])).toBeCloseTo(0.2, 1);
  });

  it('trusts all of a face that is always clear, and keeps light between 0 and 1', () => {
    expect(atlas.entries.every((e) => e.distrusted === undefined)).toBe(true);
    for (const { light } of atlas.entries) for (const v of light) expect(Math.abs(v)).toBeLessThanOrEqual(1);
  });

  it('measures an opening in eye distances', () => {
    expect(apertureOfShape(drawnHead({ aperture: 0.13 }))).toBeCloseTo(0.13, 2);
    expect(apertureOfShape(drawnHead({ aperture: 0 }))).toBeCloseTo(0, 6);
  });

  it('builds the same atlas each time', async () => {
    expect(await buildAtlas('performer-1', readerOf(tracks))).toEqual(atlas);
  });
});
