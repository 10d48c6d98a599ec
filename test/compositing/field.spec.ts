import { describe, expect, it } from 'vitest';
import {
  blankField,
  blur,
  combine,
  enlarge,
  fieldOf,
  part,
  plusTimes,
  shrink,
  times,
  withPart,
  writePlane,
  type Field,
} from '../../libs/compositing/src/field.ts';
import { grain } from '../lipsync/drawnFace.ts';

const ramp = (width: number, height: number): Field => ({
  width,
  height,
  data: Float32Array.from({ length: width * height }, (_, i) => (i % width) + 10 * Math.floor(i / width)),
});

const fieldBy = (width: number, height: number, of: (x: number, y: number) => number): Field => ({
  width,
  height,
  data: Float32Array.from({ length: width * height }, (_, i) => of(i % width, Math.floor(i / width))),
});

const held = (i: number, length: number): number => Math.min(length - 1, Math.max(0, i));

function expectSame(a: Field, b: Field): void {
  expect([a.width, a.height]).toEqual([b.width, b.height]);
  a.data.forEach((value, i) => expect(value).toBeCloseTo(b.data[i], 2));
}

describe('field', () => {
  it.each([8, 10, 12])('reads and writes all levels of %i bits without loss', (bitDepth) => {
    const levels = 2 ** bitDepth;
    const data = bitDepth > 8 ? new Uint16Array(levels) : new Uint8Array(levels);
    data.forEach((_, i) => (data[i] = i));
    const plane = { width: 16, height: levels / 16, data };
    const field = fieldOf(plane, bitDepth);
    expect(Math.max(...field.data)).toBeCloseTo(255 + 1 - 2 ** (8 - bitDepth), 6);
    const written = { ...plane, data: plane.data.slice().fill(7) };
    writePlane(field, bitDepth, written);
    expect(written).toEqual(plane);
  });

  it('clamps to what the depth can hold', () => {
    const values = [-7, 99.6, 300, -0.4, 0.5, 255.4, 1e9, -1e9, 0, 12];
    const field = { width: 10, height: 1, data: Float32Array.from(values) };
    const [bytes, words] = [new Uint8Array(10), new Uint16Array(10)];
    writePlane(field, 8, { ...field, data: bytes });
    writePlane(field, 10, { ...field, data: words });
    expect([...bytes]).toEqual([0, 100, 255, 0, 1, 255, 255, 0, 0, 12]);
    expect([...words]).toEqual([0, 398, 1023, 0, 2, 1022, 1023, 0, 0, 48]);
  });

  it('blurs a constant into itself, edges included', () => {
    const field = { ...blankField(17, 9), data: new Float32Array(17 * 9).fill(42) };
    for (const value of blur(field, 3).data) expect(value).toBeCloseTo(42, 4);
  });

  it('keeps the sum of what it blurs away from the edges, about as wide as a Gaussian', () => {
    const field = blankField(61, 61);
    field.data[30 * 61 + 30] = 1000;
    const out = blur(field, 4);
    expect(out.data.reduce((a, b) => a + b, 0)).toBeCloseTo(1000, 1);
    const variance = out.data.reduce((sum, v, i) => sum + v * ((i % 61) - 30) ** 2, 0) / 1000;
    expect(Math.sqrt(variance)).toBeGreaterThan(3.5);
    expect(Math.sqrt(variance)).toBeLessThan(4.5);
  });

  it('leaves a field alone when the blur is narrower than a cell', () => {
    const field = ramp(5, 5);
    expect(blur(field, 0.2)).toBe(field);
  });

  it('shrinks by averaging and enlarges a ramp back to itself away from the edges', () => {
    const field = ramp(40, 24);
    const small = shrink(field, 10, 6);
    expect(small.data[0]).toBeCloseTo(1.5 + 15, 4);
    const large = enlarge(small, 40, 24);
    for (let y = 3; y < 21; y++) {
      for (let x = 3; x < 37; x++) expect(large.data[y * 40 + x]).toBeCloseTo(field.data[y * 40 + x], 3);
    }
  });

  it('averages every cell of a size that does not divide', () => {
    const field = { ...blankField(7, 5), data: new Float32Array(35).fill(3) };
    expect([...shrink(field, 3, 2).data]).toEqual([3, 3, 3, 3, 3, 3]);
  });

  it.each([
    [1, 1],
    [1, 9],
    [6, 1],
    [13, 7],
    [30, 21],
  ])('computes what its definitions say, of %i × %i cells too', (width, height) => {
    const field = fieldBy(width, height, (x, y) => 100 + 80 * grain(3, width * y + x));
    const at = (x: number, y: number): number => field.data[held(y, height) * width + held(x, width)];
    const larger = { width: 2 * width + 1, height: 3 * height - 1 };
    const between = (x: number, y: number): number => {
      const [u, v] = [((x + 0.5) * width) / larger.width - 0.5, ((y + 0.5) * height) / larger.height - 0.5];
      const [left, top] = [Math.floor(u), Math.floor(v)];
      const row = (j: number): number => at(left, j) + (u - left) * (at(left + 1, j) - at(left, j));
      return row(top) + (v - top) * (row(top + 1) - row(top));
    };
    expectSame(enlarge(field, larger.width, larger.height), fieldBy(larger.width, larger.height, between));

    const boxed = (from: Field): Field =>
      fieldBy(width, height, (x, y) => {
        let sum = 0;
        for (let j = -3; j <= 3; j++)
          for (let i = -3; i <= 3; i++) sum += from.data[held(y + j, height) * width + held(x + i, width)];
        return sum / 49;
      });
    expectSame(blur(field, 3.6), boxed(boxed(boxed(field))));
  });

  it('cuts a part out and lays it back', () => {
    const field = ramp(8, 6);
    const piece = part(field, 2, 1, 3, 4);
    expect([...piece.data.slice(0, 3)]).toEqual([12, 13, 14]);
    expect(withPart(field, piece, 2, 1)).toEqual(field);
    const changed = withPart(field, { ...piece, data: piece.data.map(() => -1) }, 2, 1);
    expect(changed.data.filter((v) => v === -1)).toHaveLength(12);
    expect(part(changed, 2, 1, 3, 4).data.every((v) => v === -1)).toBe(true);
    expect(field.data).toEqual(ramp(8, 6).data);
  });

  it('combines two fields cell by cell', () => {
    const field = ramp(5, 3);
    expect(combine(field, field, (a, b) => a - b).data.every((v) => v === 0)).toBe(true);
    expect(times(field, field)).toEqual(combine(field, field, (a, b) => a * b));
    expect(plusTimes(field, field, -0.5)).toEqual(combine(field, field, (a, b) => a - 0.5 * b));
  });
});
