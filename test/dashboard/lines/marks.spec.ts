import { describe, expect, it } from 'vitest';
import { markedUpTo, markSwitched, NO_MARKS } from '../../../apps/dashboard/components/lines/marks.ts';

describe('marking lines', () => {
  const ids = ['a', 'b', 'c', 'd'];

  it('marks one, and lets go of it again', () => {
    const marked = markSwitched(NO_MARKS, 'b');
    expect([...marked.lines]).toEqual(['b']);
    expect([...markSwitched(marked, 'b').lines]).toEqual([]);
  });

  it('marks from the last one marked up to another, in either direction', () => {
    const marks = markSwitched(NO_MARKS, 'c');
    expect([...markedUpTo(marks, 'a', ids, 'c').lines].sort()).toEqual(['a', 'b', 'c']);
    expect([...markedUpTo(NO_MARKS, 'c', ids, 'b').lines]).toEqual(['b', 'c']);
  });

  it('begins at the chosen line when the last one marked is not shown', () => {
    const marks = { lines: new Set(['z']), from: 'z' };
    expect([...markedUpTo(marks, 'd', ids, 'c').lines]).toEqual(['z', 'c', 'd']);
  });
});
