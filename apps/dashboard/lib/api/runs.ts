import { useCallback, useEffect, useRef } from 'react';
import { useQuery, useQueryClient, type InfiniteData, type UseQueryResult } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from './client.ts';
import { useGatheredNews } from './jobNews.ts';
import type { JobNews } from './live.ts';
import { MOST } from './pages.ts';
import { useStream, type Stream } from './stream.ts';

/** Something that the pipeline was asked for. */
export type Run = Schemas['Run'];

/** Where a run is. */
export type RunState = Run['state'];

/** One stage of a run, or one shot of it. */
export type Job = Schemas['Job'];

/** Which runs are asked for: those of the organisation or of one title, in whichever state. */
export interface RunFilter {
  readonly title?: string;
  readonly state?: RunState;
  readonly act?: Run['act'];
}

/** Runs, the newest first. */
export const useRuns = ({ title, ...filter }: RunFilter = {}): Stream<Run> =>
  useStream(['runs', 'list', { title, ...filter }], (after) => {
    const query = { ...filter, after };
    return title === undefined
      ? answerOf(api.GET('/runs', { params: { query } }))
      : answerOf(api.GET('/titles/{title}/runs', { params: { path: { title }, query } }));
  });

const runKey = (run: string) => ['runs', run] as const;

/** One run. */
export const useRun = (run: string): UseQueryResult<Run> =>
  useQuery({
    queryKey: runKey(run),
    queryFn: () => answerOf(api.GET('/runs/{run}', { params: { path: { run } } })),
  });

/** The dub that a run is about; nothing where it is about the film as a whole. */
export const useDubOfRun = ({ dub }: Pick<Run, 'dub'>): UseQueryResult<Schemas['Dub']> =>
  useQuery({
    queryKey: ['dubs', dub],
    enabled: dub !== null,
    queryFn: () => answerOf(api.GET('/dubs/{dub}', { params: { path: { dub: dub! } } })),
  });

/** Which jobs of a run are asked for. */
export interface JobFilter {
  readonly state?: Job['state'];
  readonly stage?: Job['stage'];
}

/** A run of a film has thousands of jobs, each of which is told of: they are read again at most so often. */
const JOBS_AGAIN_MS = 5000;

/** The jobs of a run in the order in which they were made, as far as each is now. */
export function useJobs(run: string, filter: JobFilter = {}): Stream<Job> {
  const queries = useQueryClient();
  useGatheredNews(
    useCallback(
      (heard: readonly JobNews[]) => {
        const own = heard.filter((news) => news.run === run);
        if (own.length === 0) return;
        queries.setQueriesData<JobPages>(
          { queryKey: ['jobs', run] },
          (pages) => pages && jobsAfter(pages, own),
        );
      },
      [queries, run],
    ),
  );
  const state = useRun(run).data?.state;
  const before = useRef(state);
  useEffect(() => {
    // Pausing and stopping move jobs of which nothing is told.
    if (before.current !== undefined && before.current !== state) {
      void queries.invalidateQueries({ queryKey: ['jobs', run] });
    }
    before.current = state;
  }, [queries, run, state]);
  return useStream(
    ['jobs', run, filter],
    (after) =>
      answerOf(
        api.GET('/runs/{run}/jobs', { params: { path: { run }, query: { ...filter, after, limit: MOST } } }),
      ),
    { again: () => state === 'running' && JOBS_AGAIN_MS },
  );
}

type JobPages = InfiniteData<{ readonly items: readonly Job[]; readonly next: string | null }>;

/** Pages of jobs after news of some of them. */
export function jobsAfter(pages: JobPages, heard: readonly JobNews[]): JobPages {
  const latest = new Map(heard.map((news) => [news.job, news]));
  const after = (job: Job): Job => {
    const news = latest.get(job.id);
    if (news === undefined) return job;
    const { state, done, total, unit } = news;
    return { ...job, state, progress: { done, total, unit } };
  };
  return { ...pages, pages: pages.pages.map((page) => ({ ...page, items: page.items.map(after) })) };
}
