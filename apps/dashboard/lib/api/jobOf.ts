import { useCallback, useState } from 'react';
import { useGatheredNews } from './jobNews.ts';
import type { JobNews } from './live.ts';

/** The job of a run that is at work, as far as it was heard of; `null` for none. Who asks is drawn again for no other. */
export function useJobOf(run: string | undefined): JobNews | null {
  const [job, setJob] = useState<JobNews | null>(null);
  useGatheredNews(
    useCallback(
      (heard: readonly JobNews[]) => {
        const own = heard.findLast((news) => news.run === run);
        if (own !== undefined) setJob(own.state === 'running' ? own : null);
      },
      [run],
    ),
  );
  return job?.run === run ? job : null;
}

/** How far a job is, 0 to 1; `null` while nobody knows how much there is. */
export const shareOfJob = (job: JobNews | null): number | null =>
  job?.total ? Math.min(1, job.done / job.total) : null;
