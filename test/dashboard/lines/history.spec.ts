import { describe, expect, it } from 'vitest';
import { did, openHistory, redone, undone } from '../../../apps/dashboard/components/lines/history.ts';

describe('the way back of edits', () => {
  it('goes back and forth, and forgets what was undone once something else is done', () => {
    const edited = did(did(openHistory('a'), 'b', 'one', 0), 'c', 'two', 10);
    expect(undone(edited).now).toBe('b');
    expect(redone(undone(edited)).now).toBe('c');
    const other = did(undone(edited), 'd', 'three', 20);
    expect(redone(other).now).toBe('d');
    expect(undone(other).now).toBe('b');
  });

  it('takes a slider that is drawn for one step, until it has rested', () => {
    const drawn = [1, 2, 3].reduce((now, value) => did(now, value, 'offset', value * 100), openHistory(0));
    expect(undone(drawn).now).toBe(0);
    const later = did(drawn, 4, 'offset', 5000);
    expect(undone(later).now).toBe(3);
    expect(undone(did(drawn, 4, 'strength', 310)).now).toBe(3);
  });

  it('does not join what is done right after something was undone', () => {
    const back = undone(did(did(openHistory(0), 1, 'x', 0), 2, 'y', 1));
    expect(undone(did(back, 3, 'y', 2)).now).toBe(1);
  });

  it('stays where it is at either end', () => {
    const untouched = openHistory('a');
    expect(undone(untouched)).toBe(untouched);
    expect(redone(untouched)).toBe(untouched);
  });
});
