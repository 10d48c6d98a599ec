import { useCallback, useEffect, useState } from 'react';
import { hearJobs, type JobNews } from './live.ts';

/** How long news are gathered before they are shown. */
const GATHER_MS = 200;

/** What is known of the jobs at work, by their ids, after more was heard; who has ended is at work no more. */
export function afterNews(
  known: ReadonlyMap<string, JobNews>,
  heard: Iterable<JobNews>,
): ReadonlyMap<string, JobNews> {
  const after = new Map(known);
  for (const news of heard) {
    if (news.state === 'running') after.set(news.job, news);
    else after.delete(news.job);
  }
  return after;
}

/** Tells gathered news of jobs, at most five times a second, while somebody is there to hear. */
export function useGatheredNews(tell: (heard: readonly JobNews[]) => void): void {
  useEffect(() => {
    let gathered: JobNews[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = hearJobs((news) => {
      gathered.push(news);
      timer ??= setTimeout(() => {
        timer = undefined;
        tell(gathered);
        gathered = [];
      }, GATHER_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [tell]);
}

/** How far every job is that was heard of since the page is there, by its id. */
export function useJobNews(): ReadonlyMap<string, JobNews> {
  const [known, setKnown] = useState<ReadonlyMap<string, JobNews>>(new Map());
  useGatheredNews(
    useCallback((heard: readonly JobNews[]) => setKnown((before) => afterNews(before, heard)), []),
  );
  return known;
}
