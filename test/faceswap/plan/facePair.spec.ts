import { describe, expect, it } from 'vitest';
import { anglesOf, aperture, eyeDistance, fitHead } from '@mondwerk/face';
import { pairFaces, wantedFace, type FacePair } from '@mondwerk/faceswap';
import { EXPRESSION, measuresOf, type MeasureName } from '../../../libs/faceswap/src/donor/expression.ts';
import { wantedShape } from '../../../libs/faceswap/src/plan/wantedFace.ts';
import { OUTLINE } from '../../../libs/faceswap/src/picture/facePoints.ts';
import { MAN, seenShape, turned, WOMAN, type Doing, type Features } from '../seenFace.ts';

const rest = (features: Features, performer: string) => ({
  performer,
  neutral: seenShape(features, { frame: 0 }),
});
const pair = pairFaces(rest(MAN, 'man'), rest(WOMAN, 'woman'));
const does = (doing: Partial<Doing>): Float32Array =>
  wantedShape(pair, seenShape(MAN, { frame: 0, ...doing }));
const measure = (shape: Float32Array, name: MeasureName): number =>
  measuresOf(shape)[EXPRESSION.indexOf(name)];
const opening = (shape: Float32Array): number => aperture(shape) * eyeDistance(shape);

describe('pairFaces', () => {
  it("gives the head the other's features, in their own proportions", () => {
    const ratio = (shape: Float32Array): number => measure(shape, 'width') / measure(shape, 'lidsLeft');
    expect(ratio(pair.base) / ratio(seenShape(WOMAN, { frame: 0 }))).toBeCloseTo(1, 1);
    expect(measure(pair.base, 'width')).toBeGreaterThan(1.05 * measure(pair.neutral, 'width'));
    expect(measure(pair.base, 'lidsLeft')).toBeGreaterThan(1.2 * measure(pair.neutral, 'lidsLeft'));
  });

  it('does not let a longer nose or a shorter chin turn the head', () => {
    for (const nose of [-0.15, 0.15]) {
      const other = pairFaces(rest(MAN, 'man'), rest({ ...WOMAN, nose }, 'woman'));
      const { yaw, pitch, roll } = anglesOf(fitHead(other.neutral, other.base));
      for (const angle of [yaw, pitch, roll]) expect(Math.abs(angle)).toBeLessThan(0.002);
    }
  });

  it("keeps the head's own outline from the temples upwards, and most of its jaw", () => {
    const apart = (p: number): number =>
      Math.hypot(...[0, 1, 2].map((k) => pair.base[3 * p + k] - pair.neutral[3 * p + k]));
    for (const p of [10, 109, 338, 67, 297, 127, 356, 234, 454]) expect(apart(p)).toBeLessThan(1e-6);
    for (const p of OUTLINE) expect(apart(p)).toBeLessThan(0.06);
  });
});

describe('wantedShape', () => {
  it('opens the lips as far as the replaced mouth does, from shut to wide', () => {
    for (const wide of [0, 0.03, 0.08, 0.15])
      expect(
        Math.abs(opening(does({ aperture: wide })) - opening(seenShape(MAN, { frame: 0, aperture: wide }))),
      ).toBeLessThan(0.006);
  });

  it('shuts lips that touch, though the replaced ones touch with a gap that the landmarks always have', () => {
    const neutral = seenShape(MAN, { frame: 0, aperture: 0.015 });
    const own = pairFaces({ performer: 'man', neutral }, rest(WOMAN, 'woman'));
    expect(opening(wantedShape(own, neutral))).toBeLessThan(0.003);
    expect(opening(wantedShape(own, seenShape(MAN, { frame: 0, aperture: 0.1 })))).toBeGreaterThan(0.075);
  });

  it('never lets lips cross where the replaced ones are pressed', () => {
    const pressed = seenShape(MAN, { frame: 0 });
    for (const lower of [87, 14, 317]) pressed[3 * lower + 1] -= 0.02;
    for (const [upper, lower] of [
      [82, 87],
      [13, 14],
      [312, 317],
    ]) {
      const shape = wantedShape(pair, pressed);
      expect(shape[3 * lower + 1]).toBeGreaterThanOrEqual(shape[3 * upper + 1] - 1e-6);
    }
  });

  it('shuts wide eyes when narrow ones shut', () => {
    expect(measure(does({ lids: 0 }), 'lidsLeft')).toBeLessThan(0.012);
    expect(measure(does({ lids: 0.5 }), 'lidsRight')).toBeCloseTo(measure(pair.base, 'lidsRight') / 2, 2);
  });

  it('is the head itself where both performers are one', () => {
    const own = pairFaces(rest(MAN, 'man'), rest(MAN, 'man'));
    const shape = seenShape(MAN, { frame: 0, aperture: 0.1, lids: 0.4 });
    wantedShape(own, shape).forEach((value, i) => expect(Math.abs(value - shape[i])).toBeLessThan(0.003));
  });
});

describe('wantedFace', () => {
  const doing = { frame: 7, yaw: 0.4, pitch: -0.1, aperture: 0.06 };
  const steady = { frame: 7, pose: turned(doing), shape: seenShape(MAN, doing) };
  const apart = (own: FacePair, strength: number): number => {
    const { seen, wanted } = wantedFace(own, steady, { strength });
    return Math.max(...seen.map((value, i) => Math.abs(value - wanted[i])));
  };

  it('lies in the picture where the head is, and comes in softly', () => {
    const { seen, eyeDistance: eyes } = wantedFace(pair, steady, { strength: 1 });
    expect(eyes).toBe(60);
    expect(Math.abs(seen[2 * 168] - 200)).toBeLessThan(1);
    expect(apart(pair, 0)).toBe(0);
    expect(apart(pair, 0.5)).toBeCloseTo(apart(pair, 1) / 2, 2);
    expect(apart(pair, 1)).toBeGreaterThan(2);
  });
});
