import { anglesOf, anglesOfMesh, eyeDistance, fitHead, fromHead, meanHead, toHead } from '@mondwerk/face';
import { describe, expect, it } from 'vitest';

import { syntheticMesh } from './syntheticFace.ts';

const reference = meanHead([syntheticMesh(0, 0, 1)]);

/** Turns about the vertical axis (yaw), then the horizontal one (pitch), then in the picture (roll). */
function turned(yaw: number, pitch: number, roll: number): Float64Array {
  const [cy, sy, cp, sp, cr, sr] = [yaw, pitch, roll].flatMap((angle) => [Math.cos(angle), Math.sin(angle)]);
  const aboutY = [cy, 0, -sy, 0, 1, 0, sy, 0, cy];
  const aboutX = [1, 0, 0, 0, cp, -sp, 0, sp, cp];
  const aboutZ = [cr, -sr, 0, sr, cr, 0, 0, 0, 1];
  return Float64Array.from(product(aboutZ, product(aboutX, aboutY)));
}

const product = (a: number[], b: number[]): number[] =>
  a.map((_, index) => {
    const [row, column] = [Math.floor(index / 3), index % 3];
    return [0, 1, 2].reduce((sum, k) => sum + a[3 * row + k] * b[3 * k + column], 0);
  });

describe('fitHead', () => {
  it.each([
    [0, 0, 0],
    [0.6, 0, 0],
    [0, -0.4, 0],
    [0, 0, 1.2],
    [-0.5, 0.3, -0.8],
    [0.2, 0.1, 3.0],
  ])('recovers a head turned by yaw %d, pitch %d, roll %d', (yaw, pitch, roll) => {
    const pose = {
      scale: 88,
      rotation: turned(yaw, pitch, roll),
      translation: Float64Array.of(640, 360, -12),
    };
    const found = fitHead(reference, fromHead(reference, pose));
    expect(found.scale).toBeCloseTo(88, 3);
    found.rotation.forEach((value, index) => expect(value).toBeCloseTo(pose.rotation[index], 4));
    found.translation.forEach((value, index) => expect(value).toBeCloseTo(pose.translation[index], 2));
  });

  it('does not let the mouth and the jaw move the head', () => {
    const open = Float32Array.from(reference);
    for (const index of [13, 14, 17, 152, 61, 291]) open[3 * index + 1] += 0.3;
    const { scale, rotation } = fitHead(reference, open);
    expect(scale).toBeCloseTo(1, 6);
    expect(rotation[0]).toBeCloseTo(1, 6);
  });
});

describe('toHead', () => {
  it('undoes fromHead', () => {
    const pose = { scale: 50, rotation: turned(0.4, 0.2, 0.1), translation: Float64Array.of(1, 2, 3) };
    const back = toHead(fromHead(reference, pose), pose);
    back.forEach((value, index) => expect(value).toBeCloseTo(reference[index], 4));
  });
});

describe('anglesOf', () => {
  it.each([
    [0.5, 0, 0],
    [0, 0.3, 0],
    [0, 0, -0.7],
  ])('reads yaw %d, pitch %d, roll %d from the rotation', (yaw, pitch, roll) => {
    const pose = { scale: 1, rotation: turned(yaw, pitch, roll), translation: new Float64Array(3) };
    const angles = anglesOf(pose);
    expect(angles.yaw).toBeCloseTo(yaw, 6);
    expect(angles.pitch).toBeCloseTo(pitch, 6);
    expect(angles.roll).toBeCloseTo(roll, 6);
  });

  it('means by a positive yaw that the nose points to the right of the picture', () => {
    const { rotation } = { rotation: turned(0.5, 0, 0) };
    const nose = [0, 0, -1];
    expect(rotation[0] * nose[0] + rotation[2] * nose[2]).toBeGreaterThan(0);
  });

  it('turns the same way as the angles of a mesh alone', () => {
    const pose = (yaw: number, pitch: number, roll: number) =>
      fromHead(reference, {
        scale: 90,
        rotation: turned(yaw, pitch, roll),
        translation: new Float64Array(3),
      });
    const frontal = anglesOfMesh(pose(0, 0, 0));
    expect(anglesOfMesh(pose(0.4, 0, 0)).yaw).toBeCloseTo(frontal.yaw + 0.4, 1);
    expect(anglesOfMesh(pose(0, 0, 0.4)).roll).toBeCloseTo(frontal.roll + 0.4, 1);
  });
});

describe('meanHead', () => {
  it('has an eye distance of 1 and lies on its stable points', () => {
    expect(eyeDistance(reference)).toBeCloseTo(1, 5);
  });

  it('is the same however the meshes are placed', () => {
    const placed = [0.1, -0.3, 0.5].map((yaw, index) =>
      fromHead(reference, {
        scale: 40 + 30 * index,
        rotation: turned(yaw, 0.1 * index, -0.2),
        translation: Float64Array.of(300 * index, 20, 5),
      }),
    );
    const mean = meanHead(placed);
    const pose = fitHead(reference, mean);
    expect(pose.scale).toBeCloseTo(1, 4);
    toHead(mean, pose).forEach((value, index) => expect(value).toBeCloseTo(reference[index], 3));
  });

  it('needs a mesh', () => {
    expect(() => meanHead([])).toThrow(RangeError);
  });
});
