import { describe, expect, it } from 'vitest';
import { assignTracks } from '../../../apps/backend/src/cast/assignTracks.ts';

describe('tracks', () => {
  it('of somebody of whom nothing is known are somebody new', () => {
    expect(assignTracks([{ tracks: ['a', 'b'] }], new Map())).toEqual([
      { performer: null, tracks: ['a', 'b'] },
    ]);
  });

  it('stay with whom people left them, and new ones go where most of their cluster is', () => {
    const known = new Map([
      ['a', 'anna'],
      ['b', 'ben'],
      ['c', 'ben'],
    ]);
    expect(assignTracks([{ tracks: ['a', 'b', 'c', 'd'] }], known)).toEqual([
      { performer: 'anna', tracks: ['a'] },
      { performer: 'ben', tracks: ['b', 'c'] },
      { performer: 'ben', tracks: ['d'] },
    ]);
  });
});
