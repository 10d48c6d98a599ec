import { useEffect } from 'react';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answerOf, api, API, type Schemas } from './client.ts';
import { MOST } from './pages.ts';
import { useStream, type Stream } from './stream.ts';

/** What would be rendered for a dub. */
export type Plan = Schemas['Plan'];

/** A plan with whether it is outdated and whether its voice can be heard. */
export type PlanInFull = Schemas['PlanInFull'];

/** What a plan found of one line. */
export type PlannedLine = Schemas['PlannedLine'];

/** The sounds of a line, and what every mouth does in it. */
export type LineMouth = Schemas['LineMouth'];

/** The plans that matter to whoever works on lines. */
export interface PlansOfDub {
  /** The newest, however far it is. */
  readonly newest: Plan | null;
  /** The newest that is ready. */
  readonly ready: Plan | null;
}

/** As many checks in a row hardly fail. */
const LOOK_BACK = 50;

/** The newest plan of a dub and the newest one that is ready. */
export const usePlansOfDub = (dub: string, enabled = true): UseQueryResult<PlansOfDub> =>
  useQuery({
    queryKey: ['plans', 'of dub', dub],
    enabled,
    queryFn: async () => {
      const params = { path: { dub }, query: { limit: LOOK_BACK } };
      const { items } = await answerOf(api.GET('/dubs/{dub}/plans', { params }));
      return { newest: items[0] ?? null, ready: items.find(({ state }) => state === 'ready') ?? null };
    },
  });

/** A plan with whether it is outdated. */
export const usePlanInFull = (plan: string | undefined): UseQueryResult<PlanInFull> =>
  useQuery({
    queryKey: ['plans', plan, 'in full'],
    enabled: plan !== undefined,
    queryFn: () => answerOf(api.GET('/plans/{plan}', { params: { path: { plan: plan! } } })),
  });

/** Plans a dub as it is now. @throws ApiProblem `dub-incomplete`, `voice-length`. */
export const startPlan = (dub: string): Promise<Plan> =>
  answerOf(api.POST('/dubs/{dub}/plans', { params: { path: { dub } }, body: {} }));

/** All that a plan found of its lines, in their order; it comes page by page until all of it is there. */
export function usePlannedLines(plan: string | undefined): Stream<PlannedLine> {
  const stream = useStream(
    ['plans', plan, 'lines'],
    (after) =>
      answerOf(
        api.GET('/plans/{plan}/lines', { params: { path: { plan: plan! }, query: { after, limit: MOST } } }),
      ),
    // What a ready plan found never changes.
    { enabled: plan !== undefined, staleTime: Infinity },
  );
  useAllOf(stream);
  return stream;
}

/** Goes on asking for the next page of a list until all of it is there. */
export function useAllOf({ more, loadingMore, error }: Stream<unknown>): void {
  const asks = !loadingMore && (error === null || error === undefined) ? more : null;
  useEffect(() => asks?.(), [asks]);
}

/** What mouths do in a line of a plan, by the line's number from 0. */
export const useLineMouth = (
  plan: string | undefined,
  index: number | undefined,
): UseQueryResult<LineMouth> =>
  useQuery({
    queryKey: ['plans', plan, 'mouth', index],
    enabled: plan !== undefined && index !== undefined,
    staleTime: Infinity,
    queryFn: () =>
      answerOf(
        api.GET('/plans/{plan}/lines/{index}/mouth', {
          params: { path: { plan: plan!, index: `${index!}` } },
        }),
      ),
  });

/** Where the voice of a plan is heard, on the film's clock. */
export const planVoiceUrl = (plan: string): string => `${API}/plans/${plan}/voice`;

/** Where the peaks of a plan's voice are. */
export const planPeaksUrl = (plan: string): string => `${API}/plans/${plan}/peaks`;
