import { describe, expect, it } from 'vitest';
import type { Field } from '../../libs/compositing/src/field.ts';
import { learnSoftness, soften } from '../../libs/compositing/src/matchBlur.ts';
import { grain } from '../lipsync/drawnFace.ts';

const [WIDTH, HEIGHT, UNIT] = [160, 120, 100];
const fieldBy = (of: (x: number, y: number) => number): Field => ({
  width: WIDTH,
  height: HEIGHT,
  data: Float32Array.from({ length: WIDTH * HEIGHT }, (_, i) => of(i % WIDTH, Math.floor(i / WIDTH))),
});
const everywhere = fieldBy(() => 1);

/** Skin with pores, stubble and shading. */
const rough = fieldBy((x, y) => 30 * grain(4, WIDTH * y + x));
const pores = soften(rough, 1, 1);
const skin = fieldBy(
  (x, y) => 120 + 12 * Math.sin(x / 17) + 9 * Math.cos(y / 13) + 2 * pores.data[y * WIDTH + x],
);
const noisy = (field: Field, strength: number, seed: number): Field =>
  fieldBy((x, y) => field.data[y * WIDTH + x] + strength * Math.sqrt(3) * grain(seed, WIDTH * y + x));

const none = [0, 0] as const;

describe('matchBlur', () => {
  it('takes equal skin for equally sharp', () => {
    expect(learnSoftness(skin, skin, everywhere, UNIT, none)).toEqual({ across: 0, down: 0, crisper: 1 });
  });

  it.each([
    [1.5, 0],
    [0, 2],
    [3, 3],
  ])('finds a blur of %f across and %f down', (across, down) => {
    const found = learnSoftness(soften(skin, across, down), skin, everywhere, UNIT, none);
    expect(Math.abs(found.across - across)).toBeLessThan(0.4 + 0.25 * across);
    expect(Math.abs(found.down - down)).toBeLessThan(0.4 + 0.25 * down);
  });

  it('finds it under grain, which no blur takes away', () => {
    const frame = noisy(soften(skin, 2, 0), 3, 11);
    const found = learnSoftness(frame, noisy(skin, 3, 12), everywhere, UNIT, [3, 3]);
    expect(found.across).toBeGreaterThan(1.2);
    expect(found.across).toBeLessThan(2.9);
    expect(found.down).toBeLessThan(0.7);
  });

  it('takes neither haze nor harder light for a difference in blur', () => {
    const hazy = fieldBy((x, y) => 120 + 0.6 * (skin.data[y * WIDTH + x] - 120));
    const found = learnSoftness(hazy, skin, everywhere, UNIT, none);
    expect(Math.max(found.across, found.down)).toBeLessThan(0.3);
    expect(learnSoftness(skin, hazy, everywhere, UNIT, none).crisper).toBeLessThan(1.06);
  });

  it('does not heed a thing in front of a third of the skin', () => {
    const covered = fieldBy((x, y) => (x < WIDTH / 3 ? 60 : skin.data[y * WIDTH + x]));
    const found = learnSoftness(covered, skin, everywhere, UNIT, none);
    expect(Math.max(found.across, found.down)).toBeLessThan(0.3);
  });

  it('asks a softer source to be crisper, but never by much', () => {
    const soft = soften(skin, 0.6, 0.6);
    expect(learnSoftness(skin, soft, everywhere, UNIT, none).crisper).toBeGreaterThan(1.05);
    expect(learnSoftness(skin, soften(skin, 5, 5), everywhere, UNIT, none).crisper).toBeLessThanOrEqual(1.3);
  });

  it('finds the same blur in eye distances on a face of any size', () => {
    const at = (large: number): number => {
      const [frame, source, where] = [soften(skin, 3, 3), skin, everywhere].map((field) => ({
        width: WIDTH * large,
        height: HEIGHT * large,
        data: Float32Array.from({ length: WIDTH * HEIGHT * large * large }, (_, i) => {
          const [x, y] = [i % (WIDTH * large), Math.floor(i / (WIDTH * large))];
          return field.data[Math.floor(y / large) * WIDTH + Math.floor(x / large)];
        }),
      }));
      return learnSoftness(frame, source, where, UNIT * large, none).across / large;
    };
    expect(Math.abs(at(4) / at(1) - 1)).toBeLessThan(0.25);
  });
});
