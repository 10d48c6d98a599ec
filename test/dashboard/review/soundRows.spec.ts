import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../../apps/dashboard/components/review/soundRows.ts';

describe('the rows of the sounds of a shot', () => {
  const line = (start: number, end: number) => [
    { start, end: start + 1 },
    { start: start + 1, end },
  ];

  it('are one where people speak in turn', () => {
    expect(rowsOf([line(0, 10), line(10, 20), [], line(25, 30)])).toEqual([0, 0, 0, 0]);
  });

  it('are as many as speak at once', () => {
    expect(rowsOf([line(0, 10), line(5, 12), line(11, 20), line(15, 18)])).toEqual([0, 1, 0, 1]);
  });
});
