import { describe, expect, it } from 'vitest';
import { planFound } from '../../../apps/dashboard/components/plan/planGroups.ts';
import {
  countLeftOut,
  groupsIn,
  keyOfRow,
  rowsIn,
  type View,
} from '../../../apps/dashboard/components/plan/planView.ts';
import { plannedLine, plannedShot, timelineOf } from './planned.ts';

const found = planFound(
  [plannedShot(0), plannedShot(1, { matches: true }), plannedShot(2), plannedShot(3, { mouths: 0 })],
  [
    plannedLine(0, [0], { mismatch: 0.4 }),
    plannedLine(1, [1], { mismatch: 0.05, mismatchReason: 'fits' }),
    plannedLine(2, [2], { mismatch: 0.3 }),
    plannedLine(3, [2], { mismatch: 0.8 }),
    plannedLine(4, [2, 3], { mismatch: null, leftOut: 'nothing-trusted' }),
    plannedLine(5, [], { leftOut: 'not-heard' }),
  ],
  timelineOf([], 6),
);

const keys = (changes: Partial<View>): string[] => {
  const view: View = { shown: 'worth', order: 'film', threshold: 0, ...changes };
  return rowsIn(groupsIn(found, view), found.unheard, view.shown).map(keyOfRow);
};

describe('what is looked at of a plan', () => {
  it('is what is worth it: all shots but those that match already', () => {
    expect(keys({})).toEqual(['0', '0/0', '2', '2/2', '2/3', '2/4']);
  });

  it('is what is off by so much at least', () => {
    expect(keys({ threshold: 0.8 })).toEqual(['2', '2/2', '2/3', '2/4']);
    expect(keys({ threshold: 0.85 })).toEqual([]);
  });

  it('is what is off most first, where somebody wishes: shots and their lines', () => {
    expect(keys({ order: 'mismatch' })).toEqual(['2', '2/3', '2/2', '2/4', '0', '0/0']);
  });

  it('is everything, with the lines that the voice does not say at the end', () => {
    expect(keys({ shown: 'all' })).toEqual([
      ...['0', '0/0', '1', '1/1', '2', '2/2', '2/3', '2/4', '3', '3/4'],
      ...['unheard', 'none/5'],
    ]);
  });

  it('is only what is left out, which counts once however many shots it is heard in', () => {
    expect(keys({ shown: 'left-out' })).toEqual(['2', '2/4', '3', '3/4', 'unheard', 'none/5']);
    expect(countLeftOut(found)).toBe(2);
  });

  it('counts a shot whose mouths cannot be compared as worth it', () => {
    const unknown = planFound([plannedShot(0)], [plannedLine(0, [0], { mismatch: null })], undefined);
    expect(groupsIn(unknown, { shown: 'worth', order: 'film', threshold: 1 })).toHaveLength(1);
  });
});
