import { describe, expect, it } from 'vitest';
import {
  firstAbove,
  firstSeen,
  spanAt,
  spansOf,
  startedAt,
} from '../../../apps/dashboard/components/timeline/spans.ts';

const spans = spansOf([
  { start: 0, end: 10 },
  { start: 4, end: 30 },
  { start: 6, end: 8 },
  { start: 30, end: 31 },
  { start: 50, end: 60 },
]);

describe('spans as columns', () => {
  it('begin to be seen with the first that reaches a frame, even one that others lie over', () => {
    expect(firstSeen(spans, 0)).toBe(0);
    expect(firstSeen(spans, 20)).toBe(1);
    expect(firstSeen(spans, 30)).toBe(3);
    expect(firstSeen(spans, 60)).toBe(5);
  });

  it('tell which of them has a frame, the one that began last where several have', () => {
    expect([2, 7, 9, 29, 30, 31, 59, 60].map((frame) => spanAt(spans, frame))).toEqual([
      ...[0, 2, 1, 1, 3],
      ...[-1, 4, -1],
    ]);
  });

  it('tell which began last', () => {
    expect([-1, 0, 5, 40].map((frame) => startedAt(spans, frame))).toEqual([-1, 0, 1, 3]);
  });

  it('are searched as quickly when there are none', () => {
    expect(firstAbove(new Float64Array(), 4)).toBe(0);
    expect(spanAt(spansOf([]), 4)).toBe(-1);
  });
});
