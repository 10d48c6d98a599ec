import { describe, expect, it } from 'vitest';
import {
  learnPoseBias,
  mouthShiftAt,
  shiftAt,
  type PosedMouth,
} from '../../../libs/lipsync/src/atlas/poseBias.ts';

const CHIN = 40;

/** A mouth at some angles whose chin the mesh sees lower the more the head nods, and whose lips it shifts as it turns. */
function seenAt(yaw: number, pitch: number, aperture = 0.01): PosedMouth {
  const mouth = new Float32Array(123);
  for (let point = 0; point < CHIN; point++) mouth[3 * point] = 0.05 * yaw;
  mouth[3 * CHIN + 1] = 1.4 + 0.2 * pitch + aperture;
  return { angles: [yaw, pitch, 0], aperture, mouth };
}

const moving = Array.from(
  { length: 400 },
  (_, i) => [0.3 * Math.sin(i / 9), 0.2 * Math.sin(i / 13)] as const,
);
const still = moving.map(([yaw, pitch]) => seenAt(yaw, pitch));

describe('learnPoseBias', () => {
  const bias = learnPoseBias(still);

  it('finds how far angles shift lips and chin', () => {
    const [near, far] = [shiftAt(bias, [0, 0, 0]), shiftAt(bias, [0.2, 0.2, 0])];
    expect(far[0] - near[0]).toBeCloseTo(0.05 * 0.2, 3);
    expect(far[4] - near[4]).toBeCloseTo(0.2 * 0.2, 2);
    expect(far[1]).toBeCloseTo(0, 6);
  });

  it('shifts all of the lips alike, so that no gap between them changes', () => {
    const shift = mouthShiftAt(bias, [0.2, -0.1, 0]);
    for (let point = 1; point < CHIN; point++) {
      for (let axis = 0; axis < 3; axis++) expect(shift[3 * point + axis]).toBe(shift[axis]);
    }
  });

  it('takes no speech for pose', () => {
    const spoken = moving.map(([yaw, pitch], i) =>
      seenAt(yaw, pitch, i % 2 === 0 ? 0.01 : 0.05 + pitch ** 2),
    );
    expect(learnPoseBias(spoken).slopes[1 * 6 + 4]).toBeCloseTo(0.2, 1);
  });

  it('goes no further than the head was seen to turn', () => {
    expect(shiftAt(bias, [0.2, 3, 0])).toEqual(shiftAt(bias, [0.2, 1, 0]));
    expect(Math.abs(shiftAt(bias, [0, 3, 0])[4])).toBeLessThan(0.2 * 0.35);
  });

  it('believes little of a head that hardly moves, and nothing of none', () => {
    const calm = moving.map(([yaw, pitch]) => seenAt(yaw / 100, pitch / 100));
    expect(Math.abs(shiftAt(learnPoseBias(calm), [0.3, 0.3, 0])[4])).toBeLessThan(0.001);
    expect(Array.from(shiftAt(learnPoseBias([]), [0.3, 0.3, 0]))).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
