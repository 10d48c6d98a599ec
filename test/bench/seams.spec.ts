import { describe, expect, test } from 'vitest';
import { changedRegion, type Luma } from '../../bench/changedRegion.ts';
import { Seams } from '../../bench/seams.ts';

const SIZE = 240;
const RADIUS = 70;
const EYES = 80;
const box = { left: 20, top: 20, right: 220, bottom: 220 };

/** A picture of some grain, and what a function adds `away` pixels from its middle. */
function drawn(grain: number, add: (away: number) => number): Luma {
  let state = 7;
  const data = Float32Array.from({ length: SIZE * SIZE }, (_, at) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const away = Math.hypot((at % SIZE) - SIZE / 2, Math.floor(at / SIZE) - SIZE / 2);
    return 120 + (at % SIZE) / 8 + grain * (state / 2 ** 32 - 0.5) + add(away);
  });
  return { width: SIZE, height: SIZE, data };
}

const before = drawn(12, () => 0);
const soft = (away: number): number => 8 * Math.min(1, Math.max(0, (RADIUS - away) / 40));
const hard = (away: number): number => (away < RADIUS ? 12 : 0);

function seamOf(after: Luma): number {
  const seams = new Seams(2);
  seams.look(changedRegion(before, after, box, 2), [after, before], EYES);
  return seams.worst(0, 1).seam;
}

describe('a changed region', () => {
  test('is found within a few pixels, with the hole inside it', () => {
    const ring = drawn(12, (away) => (away < RADIUS && away > 30 ? 12 : 0));
    const { depth } = changedRegion(before, ring, box, 2);
    const width = box.right - box.left;
    expect(depth[100 * width + 100]).toBeGreaterThan(RADIUS - 6);
    expect(depth[100 * width + 100 + RADIUS + 6]).toBe(0);
    expect(depth[100 * width + 100 + RADIUS - 6]).toBeGreaterThan(0);
  });

  test('is only the largest piece', () => {
    const two = drawn(12, (away) => (away < 40 || (away > 85 && away < 95) ? 12 : 0));
    const { depth } = changedRegion(before, { ...two, data: withoutRightHalf(two.data) }, box, 2);
    const width = box.right - box.left;
    expect(depth[100 * width + 95]).toBeGreaterThan(10);
    expect(depth[100 * width + 10]).toBe(0);
  });

  test('of an unchanged picture is empty', () => {
    expect(Math.max(...changedRegion(before, before, box, 2).depth)).toBe(0);
  });
});

/** The ring's right half as it was before, so that it encloses nothing. */
const withoutRightHalf = (data: Float32Array): Float32Array =>
  data.map((value, at) => (at % SIZE > SIZE / 2 + 45 ? before.data[at] : value));

describe('a seam', () => {
  test('is seen where a border is hard', () => {
    expect(seamOf(drawn(12, hard))).toBeGreaterThan(1.5);
  });

  test('is none where the new part has more grain and begins softly', () => {
    const grainy = drawn(30, soft);
    const mixed = grainy.data.map((value, at) => {
      const away = Math.hypot((at % SIZE) - SIZE / 2, Math.floor(at / SIZE) - SIZE / 2);
      return away < RADIUS ? value : before.data[at];
    });
    expect(seamOf({ ...grainy, data: mixed })).toBeLessThan(1.15);
  });
});
