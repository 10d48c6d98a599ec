import { useCallback, useMemo } from 'react';
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from './client.ts';
import { useGatheredNews, useJobNews } from './jobNews.ts';
import type { JobNews } from './live.ts';

/** A process that does jobs, and what it has in hand. */
export type Worker = Schemas['Worker'];

/** A job that a worker has in hand. */
export type JobInHand = Worker['doing'][number];

/** No event tells that a worker came or was seen, so that is asked for. */
const LOOK_AGAIN_MS = 5000;

/** A worker as the latest news leave it. */
export const workerAfter = (worker: Worker, news: ReadonlyMap<string, JobNews>): Worker => ({
  ...worker,
  doing: worker.doing.map((job) => {
    const later = news.get(job.job);
    return later === undefined ? job : { ...job, done: later.done, total: later.total, unit: later.unit };
  }),
});

/** The workers that are there, with how far they are; with `ended` also those that ended within a day. */
export function useWorkers(ended: boolean): UseQueryResult<readonly Worker[]> {
  const queries = useQueryClient();
  const news = useJobNews();
  const asked = useQuery({
    queryKey: ['workers', { ended }],
    queryFn: async () =>
      (await answerOf(api.GET('/workers', { params: { query: { ended: `${ended}` } } }))).items,
    refetchInterval: LOOK_AGAIN_MS,
    placeholderData: (before) => before,
  });
  useGatheredNews(
    useCallback(
      (heard: readonly JobNews[]) => {
        const known = queries
          .getQueriesData<readonly Worker[]>({ queryKey: ['workers'] })
          .flatMap(([, workers]) => workers?.flatMap(({ doing }) => doing.map(({ job }) => job)) ?? []);
        const changed = heard.some(({ job, state }) => (state === 'running') !== known.includes(job));
        if (changed) void queries.invalidateQueries({ queryKey: ['workers'] });
      },
      [queries],
    ),
  );
  const data = useMemo(() => asked.data?.map((worker) => workerAfter(worker, news)), [asked.data, news]);
  return { ...asked, data } as UseQueryResult<readonly Worker[]>;
}
