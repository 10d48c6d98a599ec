import { describe, expect, it } from 'vitest';
import { ApiProblem } from '@mondwerk/client';
import { Refusal } from '@mondwerk/film';
import { delayAfter, mayPass } from '../../../apps/dashboard/lib/upload/retries.ts';

const problem = (status: number, code: string): ApiProblem =>
  new ApiProblem(code, 'No.', { status, request: null });

describe('an upload that was interrupted', () => {
  it.each([
    ['the connection was lost', new Refusal('server-unreachable', 'Nobody answers.')],
    ['the server is being started again', problem(502, 'server-unreachable')],
    ['the server says that it will be back', problem(503, 'storage-unusable')],
    ['the server asks for patience', problem(429, 'too-many-requests')],
    ['an older request still holds the file', problem(423, 'upload-protocol')],
    ['more has arrived than was known here', problem(409, 'upload-protocol')],
  ])('goes on by itself when %s', (_why, error) => {
    expect(mayPass(error)).toBe(true);
  });

  it.each([
    ['somebody was signed out', problem(401, 'not-signed-in')],
    ['there is no room left', problem(413, 'quota-exceeded')],
    ['the disk is full', problem(507, 'storage-full')],
    ['it was removed meanwhile', problem(410, 'upload-ended')],
    ['something is in the way', problem(409, 'conflict')],
    ['the file has gone', new Refusal('file-unreadable', 'Gone.')],
    ['there is a bug', new TypeError('x is undefined')],
  ])('waits for somebody when %s', (_why, error) => {
    expect(mayPass(error)).toBe(false);
  });

  it('is tried soon at first, then every half minute, and given up after half an hour', () => {
    expect([1, 2, 3].map(delayAfter)).toEqual([1000, 2000, 4000]);
    expect(delayAfter(20)).toBe(30_000);
    const delays = Array.from({ length: 200 }, (_, at) => delayAfter(at + 1));
    const minutes = delays.reduce<number>((sum, delay) => sum + (delay ?? 0), 0) / 60_000;
    expect(delays.at(-1)).toBeNull();
    expect(minutes).toBeGreaterThan(25);
    expect(minutes).toBeLessThan(35);
  });
});
