import { describe, expect, it } from 'vitest';
import {
  following,
  frameUnder,
  placeAt,
  resized,
  scrolled,
  showing,
  wholeFilm,
  xOf,
  zoomed,
} from '../../../apps/dashboard/components/timeline/view.ts';

const whole = wholeFilm(10_000, 1000);

describe('the piece of a film that a timeline shows', () => {
  it('is the whole film at first, and never more', () => {
    expect(whole).toEqual({ start: 0, perPixel: 10, width: 1000, count: 10_000 });
    expect(zoomed(whole, 0.1, 300)).toEqual(whole);
    expect(scrolled(whole, 500)).toEqual(whole);
  });

  it('keeps the place under the pointer where it is while one zooms', () => {
    const near = zoomed(whole, 8, 250);
    expect(near.perPixel).toBe(1.25);
    expect(placeAt(near, 250)).toBeCloseTo(placeAt(whole, 250));
  });

  it('comes as near as a single frame', () => {
    const nearest = zoomed(whole, 1e9, 500);
    expect(1 / nearest.perPixel).toBe(240);
    expect(frameUnder(nearest, 500)).toBe(5000);
    expect(xOf(nearest, 5001) - xOf(nearest, 5000)).toBeCloseTo(240);
  });

  it('stops at both ends of the film', () => {
    const near = zoomed(whole, 10, 500);
    expect(scrolled(near, -1e6).start).toBe(0);
    expect(scrolled(near, 1e6).start).toBe(9000);
  });

  it('shows a shot with a little of what lies around it', () => {
    const shown = showing(whole, 4000, 4100);
    expect(xOf(shown, 4000)).toBeGreaterThan(0);
    expect(xOf(shown, 4100)).toBeLessThan(1000);
    expect(1 / shown.perPixel).toBeGreaterThan(8);
  });

  it('turns the page only when a frame is out of sight', () => {
    const near = showing(whole, 4000, 5000);
    expect(following(near, 4500)).toBe(near);
    expect(xOf(following(near, 7000), 7000)).toBeCloseTo(100);
    expect(xOf(following(near, 100), 100)).toBeCloseTo(100, -2);
  });

  it('stays the whole film when the window or the film changes, and else stays where it was', () => {
    expect(resized(whole, 500, 10_000)).toEqual(wholeFilm(10_000, 500));
    expect(resized(whole, 1000, 20_000)).toEqual(wholeFilm(20_000, 1000));
    const near = showing(whole, 4000, 5000);
    expect(resized(near, 1200, 10_000)).toEqual({ ...near, width: 1200 });
  });

  it('is of a film of a single frame, too', () => {
    const single = wholeFilm(1, 800);
    expect(frameUnder(single, 799)).toBe(0);
    expect(zoomed(single, 4, 10)).toEqual(single);
  });
});
