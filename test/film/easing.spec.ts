import { describe, expect, it } from 'vitest';
import { easing } from '@mondwerk/film';

const CUTS = { first: false, last: false };

describe('easing', () => {
  it('takes four frames to come and go round frames that are passed', () => {
    const passed = Array.from({ length: 16 }, (_, i) => i === 7 || i === 8);
    const strength = [...easing(passed, CUTS)];
    expect(strength.slice(7, 9)).toEqual([0, 0]);
    expect(strength.slice(0, 3)).toEqual([1, 1, 1]);
    expect(strength.slice(13)).toEqual([1, 1, 1]);
    for (let i = 3; i < 7; i++) {
      expect(strength[i]).toBeGreaterThan(0);
      expect(strength[i]).toBeLessThan(1);
      expect(strength[i]).toBeLessThan(strength[i - 1]);
      expect(strength[15 - i]).toBeCloseTo(strength[i], 6);
    }
  });

  it('is whole up to a cut, and eases at an end that shows the old mouth beyond', () => {
    const none = new Array<boolean>(12).fill(false);
    expect([...easing(none, CUTS)]).toEqual(new Array(12).fill(1));
    const both = easing(none, { first: true, last: true });
    expect(both[0]).toBeGreaterThan(0);
    expect(both[0]).toBeLessThan(0.15);
    expect(both[11]).toBe(both[0]);
    expect([...both.slice(4, 8)]).toEqual([1, 1, 1, 1]);
    expect(easing(none, { first: false, last: true })[0]).toBe(1);
  });

  it('never reaches whole strength between two passed frames that are near', () => {
    const strength = easing([true, false, false, false, true], CUTS);
    expect(Math.max(...strength)).toBeLessThan(0.5);
    expect([...easing([true], CUTS)]).toEqual([0]);
    expect(easing([], CUTS)).toHaveLength(0);
  });
});
