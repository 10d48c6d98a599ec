import { describe, expect, it } from 'vitest';
import {
  amountOf,
  paceOf,
  secondsLeft,
  slotsOf,
  wallSeconds,
} from '../../../apps/dashboard/components/plan/workTime.ts';
import type { DubCosts } from '../../../apps/dashboard/lib/api/renders.ts';
import type { Worker } from '../../../apps/dashboard/lib/api/workers.ts';
import { group } from './planned.ts';

const costs = (...shots: readonly [index: number, workerSeconds: number][]): DubCosts => ({
  workerSeconds: 0,
  stages: [],
  shots: shots.map(([index, workerSeconds]) => ({ index, workerSeconds })),
});

const take = (number: number) => ({ id: 'take', number, openNotes: 0 });

describe('the pace of rendering', () => {
  it('is as planned while nothing was rendered', () => {
    expect(paceOf([group(0)], undefined)).toBe(1);
    expect(paceOf([group(0)], costs([0, 50]))).toBe(1);
  });

  it('is how long takes took, over how long they were expected to', () => {
    const groups = [group(0, { take: take(1) }), group(1, { take: take(2) }), group(2)];
    expect(paceOf(groups, costs([0, 20], [1, 40], [2, 1000]))).toBe(2);
  });

  it('leaves out what is still being rendered, and is never absurd', () => {
    const rendering = group(0, { take: take(1), state: 'rendering' });
    expect(paceOf([rendering], costs([0, 900]))).toBe(1);
    expect(paceOf([group(0, { take: take(1) })], costs([0, 90_000]))).toBe(20);
  });
});

describe('how long shots take', () => {
  it('is shared by all that work at once, but no shot is divided', () => {
    expect(wallSeconds([10, 10, 10, 10], 2)).toBe(20);
    expect(wallSeconds([10, 100], 4)).toBe(100);
    expect(wallSeconds([], 0)).toBe(0);
  });

  it('is not known while nobody works', () => {
    expect(wallSeconds([10], 0)).toBeNull();
    expect(amountOf([group(0)], 1, 0).wallSeconds).toBeNull();
  });

  it('is summed up with the frames, at the pace that is known', () => {
    const sum = { shots: 2, frames: 200, seconds: 30, wallSeconds: 15 };
    expect(amountOf([group(0), group(1)], 1.5, 2)).toEqual(sum);
  });

  it('holds for thousands of shots', () => {
    expect(wallSeconds(Array<number>(200_000).fill(1), 10)).toBe(20_000);
  });

  it('gets less with every frame that is done', () => {
    const groups = [group(0, { state: 'rendering' }), group(1, { state: 'rendering' }), group(2)];
    expect(secondsLeft(groups, new Map([[0, 0.5]]), { pace: 2, slots: 1 })).toBe(30);
    expect(secondsLeft([group(2)], new Map(), { pace: 1, slots: 0 })).toBe(0);
  });
});

it('counts only workers that were heard of lately', () => {
  const now = Date.parse('2026-01-01T00:01:00Z');
  const worker = (seenAt: string, endedAt: string | null = null): Worker => ({
    ...{ id: 'w', name: 'w', host: 'h', capabilities: ['cpu'], concurrency: 2, version: '1' },
    ...{ startedAt: seenAt, seenAt, endedAt, busy: 0, doing: [] },
  });
  const seen = '2026-01-01T00:00:50Z';
  expect(slotsOf([worker(seen), worker('2026-01-01T00:00:00Z'), worker(seen, seen)], now)).toBe(2);
});
