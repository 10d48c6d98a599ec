import { SILENCE } from '@mondwerk/film';
import {
  apertureOf,
  cueMouths,
  enforceCues,
  loadPrior,
  predictMotion,
  shapeAt,
  widthOf,
  type MouthMotion,
} from '@mondwerk/lipsync';
import { describe, expect, it } from 'vitest';
import { drawnMouth } from './drawnMouth.ts';
import { middles, phonesFrom } from './phonesFrom.ts';

const prior = loadPrior();
const rest = drawnMouth();

const phones = phonesFrom([
  [SILENCE, 0.6],
  ['m', 0.08],
  ['a', 0.14],
  ['b', 0.06],
  ['aː', 0.2],
  ['f', 0.1],
  ['a', 0.15],
  ['p', 0.05],
  ['uː', 0.2],
  ['v', 0.08],
  ['a', 0.2],
  [SILENCE, 1],
]);

function enforced(perSecond: number): { motion: MouthMotion; times: Float64Array } {
  const times = middles(Math.floor(2.8 * perSecond), perSecond);
  const predicted = predictMotion(prior, phones, times);
  return { motion: enforceCues(predicted, cueMouths(phones), times, 1 / perSecond, rest), times };
}

const nearest = (times: Float64Array, instant: number): number =>
  times.reduce(
    (best, time, frame) => (Math.abs(time - instant) < Math.abs(times[best] - instant) ? frame : best),
    0,
  );

describe.each([12, 23.976, 25, 50, 60])('at %d frames a second', (perSecond) => {
  const { motion, times } = enforced(perSecond);
  const aperture = (frame: number): number => apertureOf(shapeAt(motion, frame, rest));
  const cues = cueMouths(phones);
  const middleFrame = (shape: string): number[] =>
    cues.filter((cue) => cue.shape === shape).map(({ span }) => nearest(times, (span.start + span.end) / 2));

  it('brings the lips together at every p, b and m', () => {
    for (const frame of middleFrame('closed')) expect(aperture(frame)).toBeLessThanOrEqual(0.01);
  });

  it('holds the lip near the teeth at f and v, neither closed nor wide', () => {
    for (const frame of middleFrame('lip-to-teeth')) {
      expect(aperture(frame)).toBeGreaterThan(0.008);
      expect(aperture(frame)).toBeLessThan(0.06);
    }
  });

  it('is narrower than at rest where sounds are round', () => {
    for (const frame of middleFrame('rounded')) {
      expect(widthOf(shapeAt(motion, frame, rest))).toBeLessThan(0.96 * widthOf(rest));
    }
  });

  it('is exactly at rest in silence and stays there', () => {
    const silent = [...times.keys()].filter((frame) => times[frame] > 1.86 + 0.12);
    const moved = silent.filter((frame) =>
      motion.displacement
        .subarray(frame * rest.length, (frame + 1) * rest.length)
        .some((value) => value !== 0),
    );
    expect(silent.length).toBeGreaterThan(5);
    expect(moved).toEqual([]);
  });

  it('makes ready before it speaks without standing open in silence', () => {
    const before = [...times.keys()].filter((frame) => times[frame] < 0.6 - 0.1);
    const moved = before.filter((frame) => motion.displacement[frame * rest.length + 121] !== 0);
    expect(moved.length).toBeGreaterThan(0);
    expect(Math.min(...moved.map((frame) => times[frame]))).toBeGreaterThan(0.6 - 0.45);
    expect(Math.max(...before.map(aperture))).toBeLessThanOrEqual(0.0451);
  });

  it('opens somewhere, never crosses its lips and never jumps', () => {
    const apertures = [...times.keys()].map(aperture);
    expect(Math.max(...apertures)).toBeGreaterThan(0.06);
    const speeds = apertures.slice(1).map((value, frame) => Math.abs(value - apertures[frame]) * perSecond);
    expect(Math.max(...speeds)).toBeLessThan(3.5);
    for (const frame of times.keys()) {
      const shape = shapeAt(motion, frame, rest);
      for (let column = 1; column < 10; column++) {
        expect(shape[(20 + column) * 3 + 1]).toBeGreaterThanOrEqual(shape[(30 + column) * 3 + 1] - 1e-6);
      }
    }
  });
});

describe('enforceCues', () => {
  it('leaves the motion it was given as it was', () => {
    const times = middles(25, 25);
    const given = predictMotion(prior, phones, times);
    const before = Float32Array.from(given.displacement);
    enforceCues(given, cueMouths(phones), times, 0.04, rest);
    expect(given.displacement).toEqual(before);
  });

  it('takes at least four frames from speech to rest', () => {
    const { motion, times } = enforced(25);
    const moving = [...times.keys()].filter(
      (frame) =>
        times[frame] > 1.78 &&
        motion.displacement.subarray(frame * 123, (frame + 1) * 123).some((d) => d !== 0),
    );
    expect(moving.length).toBeGreaterThanOrEqual(4);
  });

  it('does nothing to no frames', () => {
    expect(
      enforceCues(
        { frames: 0, displacement: new Float32Array() },
        cueMouths(phones),
        new Float64Array(),
        0.04,
        rest,
      ).frames,
    ).toBe(0);
  });
});
