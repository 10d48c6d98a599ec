import { describe, expect, it } from 'vitest';
import { canonicalHead } from '../../libs/face/src/canonicalHead.ts';
import { meshInPicture, smoothRows, steadyTrack } from '../../libs/face/src/following/steadyTrack.ts';
import { grain } from '../lipsync/drawnFace.ts';
import { drawnTrack, facing, speaking, type DrawnFrame } from '../lipsync/drawnHead.ts';

const moving = (frames: readonly DrawnFrame[]): DrawnFrame[] =>
  frames.map((f, i) => ({
    ...f,
    pose: facing(96 + 1.5 * i, 50 + 4 * Math.sin(0.1 * i), 60 + 0.1 * i, 0.2 * Math.sin(0.08 * i)),
  }));

const spreadOf = (values: readonly number[]): number => {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length);
};

describe('steadyTrack', () => {
  const still = Array.from({ length: 30 }, (_, frame) => ({ frame, aperture: 0.08 }));

  it('keeps a constant shape constant under a moving head', () => {
    const track = drawnTrack('a', moving(still));
    const steady = steadyTrack(track, canonicalHead([track.observations[0].points]));
    for (const { shape } of steady.slice(3, -3)) {
      expect(shape.every((v, i) => Math.abs(v - steady[12].shape[i]) < 0.01)).toBe(true);
    }
  });

  it('takes some of what landmarks tremble out', () => {
    const quiet = drawnTrack('a', still);
    const track = {
      ...quiet,
      observations: quiet.observations.map((o, n) => ({
        ...o,
        points: o.points.map((v, i) => v + 0.6 * grain(n, i)),
      })),
    };
    const reference = canonicalHead([quiet.observations[0].points]);
    const steady = steadyTrack(track, reference).map(({ shape, pose }) => meshInPicture(shape, pose));
    for (const point of [13, 14, 61, 152]) {
      const raw = spreadOf(track.observations.map((o) => o.points[3 * point + 1]));
      expect(spreadOf(steady.map((mesh) => mesh[2 * point + 1]))).toBeLessThan(0.96 * raw);
    }
  });

  it('follows a mouth that speaks', () => {
    const frames = moving(speaking(40));
    const track = drawnTrack('a', frames);
    const steady = steadyTrack(track, canonicalHead([drawnTrack('b', still).observations[0].points]));
    steady.forEach(({ shape, frame }, i) => {
      expect(frame).toBe(i);
      if (i > 0 && i < 39)
        expect(Math.abs(shape[3 * 14 + 1] - shape[3 * 13 + 1] - frames[i].aperture / 0.967)).toBeLessThan(
          0.025,
        );
    });
  });

  it('puts a shape back where it was seen', () => {
    const track = drawnTrack('a', still);
    const [first] = steadyTrack(track, canonicalHead([track.observations[0].points]));
    const mesh = meshInPicture(first.shape, first.pose);
    for (const p of [13, 61, 152, 4]) {
      expect(mesh[2 * p]).toBeCloseTo(track.observations[0].points[3 * p], 2);
      expect(mesh[2 * p + 1]).toBeCloseTo(track.observations[0].points[3 * p + 1], 2);
    }
  });

  it('counts gaps in the frame numbers as distance', () => {
    const rows = [0, 0, 9].map((v) => Float32Array.of(v));
    expect(smoothRows(rows, [0, 1, 60], 0.6)[2][0]).toBe(9);
    expect(smoothRows(rows, [0, 1, 2], 0.6)[2][0]).toBeLessThan(8);
  });
});
