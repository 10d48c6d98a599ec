import { describe, expect, it } from 'vitest';
import { rowsInView } from '../../../apps/dashboard/components/ui/rowsInView.ts';

describe('the rows that are on the page', () => {
  it('are those in view and a few beyond, however long the list is', () => {
    expect(rowsInView(100_000, 32, { top: 32_000, height: 320 })).toEqual({ first: 990, last: 1020 });
  });

  it('begin with the first and end with the last', () => {
    expect(rowsInView(5, 32, { top: 0, height: 320 })).toEqual({ first: 0, last: 5 });
    expect(rowsInView(0, 32, { top: 0, height: 320 })).toEqual({ first: 0, last: 0 });
  });

  it('are none beyond the end when the list has become shorter than where one had scrolled', () => {
    const { first, last } = rowsInView(5, 32, { top: 3200, height: 320 });
    expect(first).toBeLessThanOrEqual(last);
    expect(last).toBe(5);
  });
});
