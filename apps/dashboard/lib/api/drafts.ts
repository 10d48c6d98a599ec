import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answerOf, api, API, type Schemas } from './client.ts';

/** One line as it would look with some settings. */
export type Draft = Schemas['Draft'];

/** What a line is drafted with. */
export type DraftSettings = Draft['settings'];

/** Asks for a draft of a line, by its number from 0. @throws ApiProblem `rights-missing`, `line-not-said`, `plan-missing`. */
export const askForDraft = (dub: string, line: number, settings: DraftSettings): Promise<Draft> =>
  answerOf(api.POST('/dubs/{dub}/drafts', { params: { path: { dub } }, body: { line, settings } }));

/** Events tell when it is ready; only in case one was lost it is asked for anyway. */
const LOOK_AGAIN_MS = 3000;

/** A draft, until it is ready or has failed. */
export const useDraft = (draft: string | undefined): UseQueryResult<Draft> =>
  useQuery({
    queryKey: ['drafts', draft],
    enabled: draft !== undefined,
    queryFn: () => answerOf(api.GET('/drafts/{draft}', { params: { path: { draft: draft! } } })),
    refetchInterval: ({ state }) => (state.data?.state === 'making' ? LOOK_AGAIN_MS : false),
  });

/** Where the pictures of a draft are. */
export const draftPreviewUrl = (draft: string): string => `${API}/drafts/${draft}/preview`;
