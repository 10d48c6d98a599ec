import { describe, expect, it } from 'vitest';
import { readRange } from '../../../apps/backend/src/http/range.ts';

describe('a range of 100 bytes', () => {
  it.each([
    [undefined, null],
    ['bytes=0-9', { start: 0, end: 10 }],
    ['bytes=90-', { start: 90, end: 100 }],
    ['bytes=90-200', { start: 90, end: 100 }],
    ['bytes=-10', { start: 90, end: 100 }],
    ['bytes=-200', { start: 0, end: 100 }],
    ['bytes=99-99', { start: 99, end: 100 }],
    ['bytes=100-', 'outside'],
    ['bytes=-0', 'outside'],
    ['bytes=9-0', null],
    ['bytes=-', null],
    ['bytes=0-1,5-6', null],
    ['lines=0-1', null],
    ['bytes=a-b', null],
  ] as const)('reads %j as %j', (header, span) => {
    expect(readRange(header, 100)).toEqual(span);
  });

  it('has nothing to give of an empty file', () => {
    expect(readRange('bytes=0-', 0)).toBe('outside');
    expect(readRange('bytes=-5', 0)).toBe('outside');
  });
});
