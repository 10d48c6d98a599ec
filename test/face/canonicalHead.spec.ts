import { describe, expect, it } from 'vitest';
import { fromHead } from '@mondwerk/face';
import { canonicalHead } from '../../libs/face/src/canonicalHead.ts';
import { drawnHead, facing } from '../lipsync/drawnHead.ts';

describe('canonicalHead', () => {
  const seen = [-0.3, -0.2, 0, 0.35].map((yaw, i) =>
    fromHead(drawnHead({ aperture: 0 }), facing(90 + 7 * i, 40 - 3 * i, 50 + 12 * i, yaw)),
  );
  const head = canonicalHead(seen);
  const at = (p: number): number[] => [...head.subarray(3 * p, 3 * p + 3)];

  it('has the bridge of the nose at its origin and eyes one apart', () => {
    for (const value of at(168)) expect(value).toBeCloseTo(0, 5);
    expect(Math.hypot(...at(33).map((v, k) => v - at(263)[k]))).toBeCloseTo(1, 5);
  });

  it('looks straight ahead with level ears, the chin down and the nose towards the camera', () => {
    expect(at(33)[1]).toBeCloseTo(at(263)[1], 4);
    expect(at(234)[2]).toBeCloseTo(at(454)[2], 4);
    expect(at(263)[0]).toBeGreaterThan(0.4);
    expect(at(152)[1]).toBeGreaterThan(1);
    expect(at(4)[2]).toBeLessThan(at(33)[2]);
  });

  it('is the same head however it was turned, moved and sized', () => {
    const once = canonicalHead(seen.slice(0, 1));
    once.forEach((value, i) => expect(Math.abs(value - head[i])).toBeLessThan(1e-4));
  });
});
