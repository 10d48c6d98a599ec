import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answerOf, api, ifMatch } from './client.ts';
import type { Dub, Source } from './titles.ts';

/** How a dub is aligned with its film. */
export type DubSettings = Dub['settings'];

/** Makes a dub of a title in a language, of the newest source. @throws ApiProblem. */
export const createDub = (title: string, language: string): Promise<Dub> =>
  answerOf(api.POST('/titles/{title}/dubs', { params: { path: { title } }, body: { language } }));

/** Changes how a dub is aligned. @throws ApiProblem `version-stale`. */
export const changeDub = (
  { id, version, settings }: Pick<Dub, 'id' | 'version' | 'settings'>,
  changes: Partial<DubSettings>,
): Promise<Dub> =>
  answerOf(
    api.PATCH('/dubs/{dub}', {
      params: { path: { dub: id }, header: ifMatch(version) },
      body: { settings: { ...settings, ...changes } },
    }),
  );

/** Deletes a dub with everything that belongs to it. @throws ApiProblem. */
export async function deleteDub(dub: string): Promise<void> {
  await api.DELETE('/dubs/{dub}', { params: { path: { dub } } });
}

/** The film that a dub is made from. */
export const useSource = (source: string): UseQueryResult<Source> =>
  useQuery({
    queryKey: ['sources', source],
    queryFn: () => answerOf(api.GET('/sources/{source}', { params: { path: { source } } })),
  });
