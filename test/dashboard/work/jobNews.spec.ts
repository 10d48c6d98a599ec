import { describe, expect, it } from 'vitest';
import { afterNews } from '../../../apps/dashboard/lib/api/jobNews.ts';
import type { JobNews } from '../../../apps/dashboard/lib/api/live.ts';
import { jobsAfter, type Job } from '../../../apps/dashboard/lib/api/runs.ts';
import { workerAfter, type Worker } from '../../../apps/dashboard/lib/api/workers.ts';

const news = (job: string, state: JobNews['state'], done = 0, total: number | null = 10) =>
  ({ job, state, done, total, unit: 'frames' }) as JobNews;

describe('news of jobs', () => {
  it('are known until the job has ended', () => {
    const known = afterNews(new Map(), [
      news('a', 'running', 1),
      news('b', 'running'),
      news('a', 'running', 4),
    ]);
    expect([...known].map(([job, { done }]) => [job, done])).toEqual([
      ['a', 4],
      ['b', 0],
    ]);
    expect([...afterNews(known, [news('a', 'done', 10)]).keys()]).toEqual(['b']);
  });

  it('move a job on in the list of a run and leave the others', () => {
    const job = (id: string) =>
      ({ id, state: 'queued', progress: { done: 0, total: null, unit: null } }) as Job;
    const pages = { pages: [{ items: [job('a'), job('b')], next: null }], pageParams: [undefined] };
    const [{ items }] = jobsAfter(pages, [news('b', 'running', 3)]).pages;
    expect(items).toEqual([
      job('a'),
      { ...job('b'), state: 'running', progress: { done: 3, total: 10, unit: 'frames' } },
    ]);
  });

  it('move on what a worker has in hand', () => {
    const worker = { doing: [{ job: 'a', done: 0, total: null, unit: null, stage: 'probe' }] } as Worker;
    const [after] = workerAfter(worker, new Map([['a', news('a', 'running', 5)]])).doing;
    expect(after).toEqual({ job: 'a', done: 5, total: 10, unit: 'frames', stage: 'probe' });
  });
});
