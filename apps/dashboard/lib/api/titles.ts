import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from './client.ts';
import { allPages, MOST } from './pages.ts';

/** A film or an episode. */
export type Title = Schemas['Title'];

/** One language version of a title. */
export type Dub = Schemas['Dub'];

/** A film file of a title. */
export type Source = Schemas['Source'];

/** A title. */
export const useTitle = (title: string): UseQueryResult<Title> =>
  useQuery({
    queryKey: ['titles', title],
    queryFn: () => answerOf(api.GET('/titles/{title}', { params: { path: { title } } })),
  });

/** All dubs of a title, in the order in which they were made; replacements, which the API lists too, left out. */
export const useDubs = (title: string): UseQueryResult<Dub[]> =>
  useQuery({
    queryKey: ['dubs', 'of', title],
    queryFn: async () => {
      const versions = await allPages<Dub>((after) =>
        answerOf(
          api.GET('/titles/{title}/dubs', { params: { path: { title }, query: { after, limit: MOST } } }),
        ),
      );
      return versions.filter(({ kind }) => kind === 'dub');
    },
  });

/** A dub. */
export const useDub = (dub: string): UseQueryResult<Dub> =>
  useQuery({
    queryKey: ['dubs', dub],
    queryFn: () => answerOf(api.GET('/dubs/{dub}', { params: { path: { dub } } })),
  });

/** The source of a title that is in use; `null` before one was uploaded. */
export const useSourceInUse = (title: string): UseQueryResult<Source | null> =>
  useQuery({
    queryKey: ['sources', 'of', title],
    queryFn: async () => {
      const params = { path: { title }, query: { limit: 1 } };
      return (await answerOf(api.GET('/titles/{title}/sources', { params }))).items[0] ?? null;
    },
  });
