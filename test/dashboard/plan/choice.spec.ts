import { describe, expect, it } from 'vitest';
import { chosenShots, withRange, withShot } from '../../../apps/dashboard/components/plan/choice.ts';
import { group } from './planned.ts';

const groups = [
  group(0),
  group(1, { state: 'matches', matches: true }),
  group(2, { mismatch: 0.2 }),
  group(3, { state: 'rendering' }),
  group(4, { shot: null, state: 'untouched' }),
  group(5, { state: 'approved' }),
];

const chosen = (choice: ReadonlySet<string> | null, threshold = 0): string[] => [
  ...chosenShots(groups, choice, threshold),
];

describe('the shots that are chosen', () => {
  it('are those that are worth it and wait to be rendered, until somebody chooses', () => {
    expect(chosen(null)).toEqual(['shot-0', 'shot-2']);
    expect(chosen(null, 0.3)).toEqual(['shot-0']);
  });

  it('are then those that were chosen, but for what is being rendered', () => {
    expect(chosen(new Set(['shot-1', 'shot-3', 'shot-5', 'gone']))).toEqual(['shot-1', 'shot-5']);
    expect(chosen(new Set())).toEqual([]);
  });

  it('become more or fewer one by one, and leave the choice before as it was', () => {
    const before = new Set(['shot-0']);
    expect([...withShot(before, 'shot-2', true)]).toEqual(['shot-0', 'shot-2']);
    expect([...withShot(before, 'shot-0', false)]).toEqual([]);
    expect([...before]).toEqual(['shot-0']);
  });

  it('become more or fewer by ranges, either way, as they stand in the list', () => {
    const all = ['shot-0', 'shot-1', 'shot-2', 'shot-5'];
    expect([...withRange(new Set(), groups, ['shot-0', 'shot-5'], true)]).toEqual(all);
    expect([...withRange(new Set(), groups, ['shot-5', 'shot-0'], true)]).toEqual(all);
    expect([...withRange(new Set(all), groups, ['shot-1', 'shot-5'], false)]).toEqual(['shot-0']);
  });

  it('begin a range with one where nothing was chosen before, or that is out of sight', () => {
    expect([...withRange(new Set(), groups, [null, 'shot-2'], true)]).toEqual(['shot-2']);
    expect([...withRange(new Set(), groups, ['elsewhere', 'shot-2'], true)]).toEqual(['shot-2']);
  });
});
