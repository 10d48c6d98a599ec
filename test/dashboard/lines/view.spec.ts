import { describe, expect, it } from 'vitest';
import {
  boundsOf,
  fitTo,
  moved,
  ticksOf,
  timeAt,
  withInView,
  xOf,
  zoomed,
} from '../../../apps/dashboard/components/lines/view.ts';

const line = { start: 10, end: 12 };
const bounds = boundsOf(line);
const view = fitTo(line, 1000);

describe('what of a line is on the screen', () => {
  it('is the line with a little around it, but nothing before the film', () => {
    expect(view.start).toBeCloseTo(9.65);
    expect(view.end).toBeCloseTo(12.35);
    expect(boundsOf({ start: 0.1, end: 1 }).start).toBe(0);
    expect(boundsOf({ start: 5, end: 5 }).end).toBeGreaterThan(5.2);
  });

  it('keeps what is under the pointer there while it zooms', () => {
    const near = zoomed(view, 4, timeAt(view, 400), bounds);
    expect(xOf(near, timeAt(view, 400))).toBeCloseTo(400);
    expect(near.end - near.start).toBeCloseTo((view.end - view.start) / 4);
  });

  it('zooms no nearer than a fifth of a second and no further than the line', () => {
    expect(zoomed(view, 1000, 11, bounds).end - zoomed(view, 1000, 11, bounds).start).toBeCloseTo(0.2);
    const far = zoomed(view, 0.01, 11, bounds);
    expect([far.start, far.end]).toEqual([bounds.start, bounds.end]);
  });

  it('stays within the line when it is moved', () => {
    const near = zoomed(view, 4, 11, bounds);
    expect(moved(near, 100, bounds).end).toBeCloseTo(bounds.end);
    expect(moved(near, -100, bounds).start).toBeCloseTo(bounds.start);
  });

  it('follows a sound only when that is out of sight', () => {
    const near = zoomed(view, 8, 10, bounds);
    expect(withInView(near, { start: 10, end: 10.05 }, bounds)).toBe(near);
    const there = withInView(near, { start: 11.9, end: 12 }, bounds);
    expect(there.start).toBeLessThan(11.9);
    expect(there.end).toBeGreaterThan(12);
  });

  it('names instants no closer than their labels are wide', () => {
    const { step, at } = ticksOf(view);
    expect(at[1] - at[0]).toBeCloseTo(step);
    expect(xOf(view, at[1]) - xOf(view, at[0])).toBeGreaterThanOrEqual(64);
    expect(at[0]).toBeGreaterThanOrEqual(view.start);
    expect(at.at(-1)!).toBeLessThanOrEqual(view.end + 1e-6);
  });
});
