import { describe, expect, it } from 'vitest';
import { type Field, type Fields } from '@mondwerk/compositing';
import {
  inFaceLight,
  learnFaceLight,
  partOfFaceLight,
} from '../../../libs/faceswap/src/picture/faceLight.ts';

const [WIDTH, HEIGHT, CELLS] = [60, 72, 24];

const field = (of: (x: number, y: number) => number): Field => ({
  ...{ width: WIDTH, height: HEIGHT },
  data: Float32Array.from({ length: WIDTH * HEIGHT }, (_, i) => of(i % WIDTH, Math.floor(i / WIDTH))),
});

const pores = (x: number, y: number): number => 6 * Math.sin(2.1 * x + 0.3 * y) * Math.sin(1.7 * y);
const skin = (luma: number, cb: number, cr: number): Fields => [
  field((x, y) => luma + pores(x, y)),
  field(() => cb),
  field(() => cr),
];
const everywhere = field(() => 1);
const at = ({ data }: Field, x: number, y: number): number => data[y * WIDTH + x];
const meanOf = ({ data }: Field, columns: (x: number) => boolean): number => {
  const kept = [...data].filter((_, i) => columns(i % WIDTH));
  return kept.reduce((a, b) => a + b, 0) / kept.length;
};

const matched = (under: Fields, over: Fields, bare = everywhere): Fields =>
  inFaceLight(over, learnFaceLight(under, over, bare, CELLS, 16));

describe('faceLight', () => {
  it('gives a face the colour and brightness of the one it replaces', () => {
    const [luma, cb, cr] = matched(skin(90, 112, 148), skin(160, 106, 158));
    expect(meanOf(luma, () => true)).toBeCloseTo(90, 0);
    expect(meanOf(cb, () => true)).toBeCloseTo(112, 0);
    expect(meanOf(cr, () => true)).toBeCloseTo(148, 0);
  });

  it('follows light that comes from one side', () => {
    const under = skin(120, 110, 150);
    const lamp: Fields = [field((x) => (x < 30 ? 46 : 160)), under[1], under[2]];
    const [luma] = matched(lamp, under);
    expect(Math.abs(meanOf(luma, (x) => x < 15) - 46)).toBeLessThan(6);
    expect(Math.abs(meanOf(luma, (x) => x > 45) - 160)).toBeLessThan(6);
  });

  it('keeps fine detail', () => {
    const [luma] = matched(skin(120, 110, 150), skin(120, 110, 150));
    expect(at(luma, 20, 31) - at(luma, 21, 31)).toBeCloseTo(
      at(skin(120, 110, 150)[0], 20, 31) - at(skin(120, 110, 150)[0], 21, 31),
      0,
    );
  });

  it('does not tint what is white or dark, as eyes and brows are', () => {
    const over = skin(150, 106, 158);
    const white = (f: Field, value: number): Field => field((x, y) => (x < 4 && y < 4 ? value : at(f, x, y)));
    const eyed: Fields = [white(over[0], 200), white(over[1], 128), white(over[2], 128)];
    const bare = field((x, y) => (x < 8 && y < 8 ? 0 : 1));
    const [, cb, cr] = matched(skin(150, 118, 140), eyed, bare);
    expect(Math.abs(at(cb, 1, 1) - 128)).toBeLessThan(1.5);
    expect(Math.abs(at(cr, 1, 1) - 128)).toBeLessThan(1.5);
  });

  it('learns nothing where there is no bare skin, and does not fail', () => {
    const over = skin(150, 106, 158);
    const [luma] = matched(
      skin(60, 128, 128),
      over,
      field(() => 0),
    );
    expect(meanOf(luma, () => true)).toBeCloseTo(
      meanOf(over[0], () => true),
      0,
    );
  });

  it('goes only as far as is asked', () => {
    const [under, over] = [skin(80, 112, 148), skin(160, 106, 158)];
    const light = learnFaceLight(under, over, everywhere, CELLS, 16);
    const [none, half] = [0, 0.5].map((share) => inFaceLight(over, partOfFaceLight(light, share)));
    expect(meanOf(none[0], () => true)).toBeCloseTo(160, 0);
    expect(meanOf(half[0], () => true)).toBeCloseTo(120, -1);
  });
});
