import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answerOf, api, API, forgeryHeaders, ifMatch, type Schemas } from './client.ts';
import { allPages, MOST } from './pages.ts';
import type { DubTimeline } from './timeline.ts';

/** One rendered version of one shot of a dub. */
export type Take = Schemas['Take'];

/** What was decided about a take. */
export type Verdict = Schemas['Verdict'];

/** How the next take shall differ from one that is sent back. */
export type TakeChanges = Partial<Take['settings']>;

/** What somebody decides. */
export type Decision =
  | { readonly verdict: 'approved' }
  | {
      readonly verdict: 'sent-back';
      readonly reason: string;
      readonly settings: TakeChanges;
      /** Whether the next take is rendered at once. */
      readonly render: boolean;
    };

/** Where the pictures of a take are: exactly its frames. */
export const takePreviewUrl = (take: string): string => `${API}/takes/${take}/preview`;

/** All takes of a shot in a dub, the newest first. */
export const useTakesOfShot = (dub: string, shot: string | undefined): UseQueryResult<Take[]> =>
  useQuery({
    queryKey: ['takes', dub, shot],
    enabled: shot !== undefined,
    queryFn: () =>
      allPages((after) =>
        answerOf(
          api.GET('/dubs/{dub}/takes', { params: { path: { dub }, query: { shot, after, limit: MOST } } }),
        ),
      ),
  });

/** Where every shot of a dub stands and what is said, in one answer. */
export const useDubTimeline = (dub: string): UseQueryResult<DubTimeline> =>
  useQuery({
    queryKey: ['dubs', dub, 'timeline'],
    structuralSharing: false,
    queryFn: () => answerOf(api.GET('/dubs/{dub}/timeline', { params: { path: { dub } } })),
  });

/** What was decided about a take, the newest first. */
export const useVerdictsOf = (take: string | undefined): UseQueryResult<Verdict[]> =>
  useQuery({
    queryKey: ['takes', 'verdicts', take],
    enabled: take !== undefined,
    queryFn: () =>
      allPages((after) =>
        answerOf(
          api.GET('/takes/{take}/verdicts', {
            params: { path: { take: take! }, query: { after, limit: MOST } },
          }),
        ),
      ),
  });

/** Approves a take or sends it back, as it was when somebody looked at it. @throws ApiProblem. */
export const giveVerdict = (
  { id, version }: Pick<Take, 'id' | 'version'>,
  decision: Decision,
): Promise<Verdict> =>
  answerOf(
    api.POST('/takes/{take}/verdicts', {
      params: { path: { take: id }, header: ifMatch(version) },
      body: decision,
    }),
  );

/** The same from a page that is being closed: the browser sends it on its own, and nobody hears what came of it. */
export function giveVerdictInParting(
  { id, version }: Pick<Take, 'id' | 'version'>,
  decision: Decision,
): void {
  void fetch(`${API}/takes/${id}/verdicts`, {
    method: 'POST',
    keepalive: true,
    headers: { 'content-type': 'application/json', ...ifMatch(version), ...forgeryHeaders() },
    body: JSON.stringify(decision),
  }).catch(() => undefined);
}
