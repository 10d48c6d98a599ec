import { describe, expect, it } from 'vitest';
import { steadyTrack } from '@mondwerk/face';
import { buildAtlas, wantedMesh, type PlannedMouth } from '@mondwerk/lipsync';
import { coordinatesOfShape } from '../../../libs/lipsync/src/atlas/mouthSpace.ts';
import { drawnTrack, readerOf, speaking } from '../drawnHead.ts';

const track = drawnTrack('a', speaking(60));
const atlas = await buildAtlas('performer-1', readerOf([track]));
const steady = steadyTrack(track, atlas.reference);
const widest = steady.reduce((a, b) => (gapOf(b.shape) > gapOf(a.shape) ? b : a));
const shut = steady.reduce((a, b) => (gapOf(b.shape) < gapOf(a.shape) ? b : a));

function gapOf(shape: Float32Array): number {
  return shape[3 * 14 + 1] - shape[3 * 13 + 1];
}

const planOf = (rest: Partial<PlannedMouth>): PlannedMouth => ({
  track: 'a',
  frame: shut.frame,
  strength: 1,
  coordinates: coordinatesOfShape(atlas.space, widest.shape),
  openings: new Array<number>(9).fill(1),
  sources: [],
  ...rest,
});

const gap = (mesh: Float32Array): number => mesh[2 * 14 + 1] - mesh[2 * 13 + 1];

describe('wantedMesh', () => {
  it('gives a closed mouth the planned opening, in pixels, and leaves eyes and nose where they are', () => {
    const { seen, wanted, eyeDistance } = wantedMesh(atlas, shut, planOf({}));
    expect(gap(seen)).toBeLessThan(1);
    expect(Math.abs(gap(wanted) / eyeDistance - gapOf(widest.shape))).toBeLessThan(0.01);
    for (const p of [33, 263, 4, 168])
      expect([wanted[2 * p], wanted[2 * p + 1]]).toEqual([seen[2 * p], seen[2 * p + 1]]);
  });

  it('goes half the way at half strength and nowhere at none', () => {
    const [none, half, whole] = [0, 0.5, 1].map((strength) => wantedMesh(atlas, shut, planOf({ strength })));
    expect(none.wanted).toEqual(none.seen);
    expect(gap(half.wanted)).toBeCloseTo((gap(none.wanted) + gap(whole.wanted)) / 2, 2);
  });

  it('shuts lips that the plan wants shut, whatever the coordinates say', () => {
    const { wanted, eyeDistance } = wantedMesh(
      atlas,
      shut,
      planOf({ openings: new Array<number>(9).fill(0) }),
    );
    expect(Math.abs(gap(wanted))).toBeLessThan(0.01 * eyeDistance);
  });
});
