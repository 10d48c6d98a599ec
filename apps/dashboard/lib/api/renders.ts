import { useCallback, useMemo } from 'react';
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useChange } from './change.ts';
import { answerOf, api, type Schemas } from './client.ts';
import { useGatheredNews } from './jobNews.ts';
import type { JobNews } from './live.ts';
import { allPages, MOST } from './pages.ts';
import { useAllOf } from './planLines.ts';
import { useRuns, type Run } from './runs.ts';
import { useStream, type Stream } from './stream.ts';

/** What a plan would render of one shot. */
export type PlannedShot = Schemas['PlannedShot'];

/** How a take differs from what was planned. */
export type TakeSettings = Schemas['Take']['settings'];

/** What was decided last about a take. */
export type LastVerdict = Schemas['Verdict'];

/** What a dub has cost so far. */
export type DubCosts = Schemas['DubCosts'];

/** How urgent what people ask for is: they wait for it, or it goes before all. */
export const PRIORITIES = { normal: 50, urgent: 100 } as const;

/** What shall be rendered of a plan. */
export interface RenderWish {
  readonly shots: readonly { readonly shot: string; readonly settings?: TakeSettings }[];
  /** 0 to 100; higher goes first. */
  readonly priority: number;
  readonly reason?: string;
}

/** A render that was started, and what it is expected to take of one processor core. */
export interface StartedRender {
  readonly run: Run;
  readonly shots: number;
  readonly frames: number;
  readonly seconds: number;
}

/** All shots of a plan in the order of the film; they come page by page until all are there. */
export function usePlannedShots(plan: string | undefined): Stream<PlannedShot> {
  const stream = useStream(
    ['plans', plan, 'shots'],
    (after) =>
      answerOf(
        api.GET('/plans/{plan}/shots', { params: { path: { plan: plan! }, query: { after, limit: MOST } } }),
      ),
    // A ready plan never changes.
    { enabled: plan !== undefined, staleTime: Infinity },
  );
  useAllOf(stream);
  return stream;
}

const timelineKey = (dub: string) => ['dubs', dub, 'timeline'] as const;

/**
 * Renders shots of a plan; asked again with the same `key`, it happens once. It is done once the shots are seen to be
 * rendered. @throws ApiProblem `rights-missing`, `not-planned`, `plan-not-ready`.
 */
export function useStartRender(): (plan: string, wish: RenderWish, key: string) => Promise<StartedRender> {
  const queries = useQueryClient();
  const change = useChange('runs', 'titles', 'workers');
  return async (plan, { shots, priority, reason }, key) => {
    const started = await change(
      answerOf(
        api.POST('/plans/{plan}/renders', {
          params: { path: { plan }, header: { 'Idempotency-Key': key } },
          body: { shots: [...shots], priority, reason },
        }),
      ),
    );
    if (started.run.dub !== null) {
      await queries.invalidateQueries({ queryKey: timelineKey(started.run.dub) }).catch(() => undefined);
    }
    return started;
  };
}

/** Has where the shots of a dub stand asked for again as soon as one has failed: of that no event of the dub tells. */
export function useFailureNews(dub: string): void {
  const queries = useQueryClient();
  useGatheredNews(
    useCallback(
      (heard: readonly JobNews[]) => {
        const failed = heard.some((news) => news.dub === dub && news.state === 'failed');
        if (failed) void queries.invalidateQueries({ queryKey: timelineKey(dub) });
      },
      [queries, dub],
    ),
  );
}

/** The renders of a dub that are not over. */
export interface OpenRenders {
  /** Those that go on or are paused, in the order in which they are worked on. */
  readonly going: readonly Run[];
  /** Those in which something has failed, the newest first. */
  readonly failed: readonly Run[];
}

const NONE: readonly Run[] = [];

/** The runs of an act that renders a dub or a replacement that go on, wait for somebody to go on, or have failed. */
export function useOpenRenders(title: string, dub: string, act: Run['act']): OpenRenders {
  const running = useRuns({ title, act, state: 'running' }).data ?? NONE;
  const paused = useRuns({ title, act, state: 'paused' }).data ?? NONE;
  const failed = useRuns({ title, act, state: 'failed' }).data ?? NONE;
  const inPart = useRuns({ title, act, state: 'failed-in-part' }).data ?? NONE;
  return useMemo(() => {
    const own = (runs: readonly Run[]): Run[] => runs.filter((run) => run.dub === dub);
    const going = own([...running, ...paused]);
    return {
      going: going.sort((a, b) => b.priority - a.priority || a.madeAt.localeCompare(b.madeAt)),
      failed: own([...failed, ...inPart, ...going.filter(({ jobs }) => jobs.failed > 0)]).sort((a, b) =>
        b.madeAt.localeCompare(a.madeAt),
      ),
    };
  }, [running, paused, failed, inPart, dub]);
}

/** What was decided last about each take of a dub that is sent back right now. */
export const useSentBack = (dub: string, enabled: boolean): UseQueryResult<LastVerdict[]> =>
  useQuery({
    queryKey: ['takes', 'sent back', dub],
    enabled,
    queryFn: () =>
      allPages((after) =>
        answerOf(
          api.GET('/dubs/{dub}/verdicts', {
            params: { path: { dub }, query: { state: 'sent-back', after, limit: MOST } },
          }),
        ),
      ),
  });

/** What a dub has cost so far, by stage and by shot; told anew whenever a job has ended. */
export const useDubCosts = (dub: string, enabled: boolean): UseQueryResult<DubCosts> =>
  useQuery({
    queryKey: ['runs', 'costs', dub],
    enabled,
    queryFn: () => answerOf(api.GET('/dubs/{dub}/costs', { params: { path: { dub } } })),
  });
