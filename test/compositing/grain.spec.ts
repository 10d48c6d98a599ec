import { describe, expect, it } from 'vitest';
import type { Field } from '../../libs/compositing/src/field.ts';
import { grainOf, matchGrain } from '../../libs/compositing/src/grain.ts';
import { grain } from '../lipsync/drawnFace.ts';

const [WIDTH, HEIGHT] = [120, 90];
const fieldBy = (of: (x: number, y: number) => number): Field => ({
  width: WIDTH,
  height: HEIGHT,
  data: Float32Array.from({ length: WIDTH * HEIGHT }, (_, i) => of(i % WIDTH, Math.floor(i / WIDTH))),
});
const everywhere = fieldBy(() => 1);

/** Even noise between -1 and 1 has this deviation. */
const EVEN = 1 / Math.sqrt(3);
const grainy = (strength: number, seed = 1): Field =>
  fieldBy((x, y) => 120 + 0.3 * x + 8 * Math.sin(0.05 * y) + (strength / EVEN) * grain(seed, WIDTH * y + x));
const clean = grainy(0);

/** The same grain, each sample alike its neighbours. */
function coarse(strength: number): Field {
  const { data } = grainy(strength);
  return fieldBy((x, y) => {
    const i = y * WIDTH + x;
    const at = (k: number): number => data[k] ?? data[i];
    return (4 * data[i] + 2 * (at(i - 1) + at(i + 1) + at(i - WIDTH) + at(i + WIDTH))) / 12;
  });
}

const deviation = (a: Field, b: Field): number =>
  Math.sqrt(a.data.reduce((sum, v, i) => sum + (v - b.data[i]) ** 2, 0) / a.data.length);

describe('grain', () => {
  it.each([0.5, 2, 8])('is measured through shading, at a strength of %f', (strength) => {
    const measured = grainOf(grainy(strength), everywhere);
    expect(measured.strength / strength).toBeGreaterThan(0.85);
    expect(measured.strength / strength).toBeLessThan(1.1);
    expect(measured.likeness).toBeLessThan(0.15);
  });

  it('is told apart by its size', () => {
    expect(grainOf(coarse(6), everywhere).likeness).toBeGreaterThan(0.35);
    expect(grainOf(clean, everywhere).strength).toBeLessThan(0.1);
  });

  it.each([
    ['fine', grainy(5)],
    ['coarse', coarse(8)],
  ])('of %s film is made up where a mouth has none, as strong and as large', (_, film) => {
    const wanted = grainOf(film, everywhere);
    const made = matchGrain(clean, grainOf(clean, everywhere), wanted, 7);
    const measured = grainOf(made, everywhere);
    expect(Math.abs(measured.strength / wanted.strength - 1)).toBeLessThan(0.25);
    expect(Math.abs(measured.likeness - wanted.likeness)).toBeLessThan(0.12);
  });

  it('is calmed where the mouth has too much of it, and edges stay', () => {
    const edge = (x: number): number => (x > WIDTH / 2 ? 60 : 0);
    const [strong, weak] = [grainy(8), clean];
    const noisy = fieldBy((x, y) => strong.data[y * WIDTH + x] + edge(x));
    const sharp = fieldBy((x, y) => weak.data[y * WIDTH + x] + edge(x));
    const out = matchGrain(noisy, grainOf(noisy, everywhere), grainOf(grainy(3), everywhere), 1);
    expect(grainOf(out, everywhere).strength).toBeLessThan(5.5);
    expect(deviation(out, sharp)).toBeLessThan(0.75 * deviation(noisy, sharp));
    const middle = (field: Field, x: number): number => {
      let sum = 0;
      for (let y = 5; y < HEIGHT - 5; y++) sum += field.data[y * WIDTH + x] / (HEIGHT - 10);
      return sum;
    };
    const step = middle(out, WIDTH / 2 + 1) - middle(out, WIDTH / 2);
    expect(step).toBeGreaterThan(50);
  });

  it('is another in every frame and the same whenever one is rendered again', () => {
    const film = grainOf(grainy(4), everywhere);
    const none = grainOf(clean, everywhere);
    const [first, again, next] = [7, 7, 8].map((seed) => matchGrain(clean, none, film, seed));
    expect(again.data).toEqual(first.data);
    expect(deviation(first, next)).toBeGreaterThan(1.2 * deviation(first, clean));
  });

  it('is left alone where there is as much of it', () => {
    const field = grainy(4, 3);
    expect(matchGrain(field, grainOf(field, everywhere), grainOf(grainy(4), everywhere), 1)).toBe(field);
  });
});
