import { describe, expect, it } from 'vitest';
import { inOrder } from '../../../apps/dashboard/components/work/inOrder.ts';
import { inTurn, runStanding, shareOfRun } from '../../../apps/dashboard/components/work/runStanding.ts';
import { workerStanding } from '../../../apps/dashboard/components/work/workerStanding.ts';
import type { JobNews } from '../../../apps/dashboard/lib/api/live.ts';
import type { Job, Run } from '../../../apps/dashboard/lib/api/runs.ts';

const jobs = (all: number, done: number, running: number) => ({ all, done, running, failed: 0 });

const inHand = (done: number, total: number | null) => ({ done, total }) as JobNews;

describe('how a run stands', () => {
  it('waits while it goes on and no worker has it', () => {
    expect(runStanding({ state: 'running', jobs: jobs(3, 1, 0) })).toBe('waiting');
    expect(runStanding({ state: 'running', jobs: jobs(3, 1, 1) })).toBe('running');
    expect(runStanding({ state: 'paused', jobs: jobs(3, 1, 0) })).toBe('paused');
  });

  it('counts a job in hand as far as it is, and one of unknown length not at all', () => {
    expect(shareOfRun({ jobs: jobs(4, 1, 2) }, [inHand(50, 100), inHand(7, null)])).toBe(1.5 / 4);
    expect(shareOfRun({ jobs: jobs(0, 0, 0) }, [])).toBeNull();
    expect(shareOfRun({ jobs: jobs(1, 1, 0) }, [inHand(300, 100)])).toBe(1);
  });

  it('is worked on when its turn comes: the most urgent first, then the oldest', () => {
    const run = (id: string, priority: number, madeAt: string) => ({ id, priority, madeAt }) as Run;
    const runs = [
      run('late', 50, '2026-01-03T00:00:00Z'),
      run('night', 10, '2026-01-01T00:00:00Z'),
      run('early', 50, '2026-01-02T00:00:00Z'),
      run('urgent', 100, '2026-01-04T00:00:00Z'),
    ];
    expect(inTurn(runs).map(({ id }) => id)).toEqual(['urgent', 'early', 'late', 'night']);
  });
});

describe('how a worker stands', () => {
  const seenAt = '2026-01-01T00:00:00.000Z';
  const [soon, late] = [Date.parse(seenAt) + 6000, Date.parse(seenAt) + 60_000];

  it('tells one that has not been heard of from one that is idle', () => {
    expect(workerStanding({ busy: 0, seenAt, endedAt: null }, soon)).toBe('idle');
    expect(workerStanding({ busy: 2, seenAt, endedAt: null }, soon)).toBe('working');
    expect(workerStanding({ busy: 2, seenAt, endedAt: null }, late)).toBe('silent');
    expect(workerStanding({ busy: 0, seenAt, endedAt: seenAt }, late)).toBe('ended');
  });
});

describe('the steps of a run', () => {
  it('stand in the order in which a film goes through them', () => {
    const job = (stage: Job['stage'], shot: number | null = null) => ({ stage, shot }) as Job;
    const jobs = [job('inspect'), job('renderMouths', 4), job('gatherSources'), job('renderMouths', 0)];
    const ordered = inOrder(jobs, ['gatherSources', 'renderMouths', 'inspect']);
    expect(ordered).toEqual([jobs[2], jobs[3], jobs[1], jobs[0]]);
  });
});
