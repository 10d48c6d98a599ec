import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { answerOf, api, ifMatch, type Schemas } from './client.ts';
import type { Title } from './titles.ts';

/** A title at a glance: its film, and how far its dubs are. */
export type TitleAtAGlance = Schemas['TitleAtAGlance'];

/** A dub of a title at a glance. */
export type DubAtAGlance = TitleAtAGlance['dubs'][number];

/** What stands still until somebody does something. */
export type Waiting = Schemas['Waiting'];

/** How far a title is. */
export type TitleSummary = Schemas['TitleSummary'];

/** Which titles. */
export interface TitlesWanted {
  /** What their names have in them; empty for all. */
  readonly name: string;
  /** Whether those in the archive are wanted too. */
  readonly archived: boolean;
}

type Page = Schemas['TitleAtAGlance'][];

/** As many titles are read at once. */
const PAGE = 50;

/** All titles that are wanted, the newest first, page by page. */
export function useTitlesOverview({
  name,
  archived,
}: TitlesWanted): UseInfiniteQueryResult<TitleAtAGlance[]> {
  return useInfiniteQuery({
    queryKey: ['titles', 'overview', name, archived],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: after }) => {
      const query = { limit: PAGE, after, archived: String(archived), ...(name === '' ? {} : { name }) };
      return answerOf(api.GET('/titles/overview', { params: { query } }));
    },
    getNextPageParam: ({ next }) => next ?? undefined,
    select: (data: InfiniteData<{ readonly items: Page }>) => data.pages.flatMap(({ items }) => items),
    placeholderData: keepPreviousData,
  });
}

/** How far a title and its dubs are. */
export const useTitleSummary = (title: string): UseQueryResult<TitleSummary> =>
  useQuery({
    queryKey: ['titles', title, 'summary'],
    queryFn: () => answerOf(api.GET('/titles/{title}/summary', { params: { path: { title } } })),
  });

/** Begins a title. @throws ApiProblem. */
export const createTitle = (name: string, language: string | null): Promise<Title> =>
  answerOf(api.POST('/titles', { body: { name, language } }));

/** What can be changed of a title. */
export interface TitleChanges {
  readonly name?: string;
  readonly language?: string | null;
  readonly archived?: boolean;
}

/** Changes a title as it was seen. @throws ApiProblem `version-stale` when somebody else has changed it since. */
export const changeTitle = (
  { id, version }: Pick<Title, 'id' | 'version'>,
  changes: TitleChanges,
): Promise<Title> =>
  answerOf(
    api.PATCH('/titles/{title}', {
      params: { path: { title: id }, header: ifMatch(version) },
      body: changes,
    }),
  );

/** Deletes a title with everything that belongs to it. @throws ApiProblem. */
export const deleteTitle = async (title: string): Promise<void> => {
  await api.DELETE('/titles/{title}', { params: { path: { title } } });
};

/** Makes the synthetic sample title, with a dub, from which everything can be tried. @throws ApiProblem. */
export const makeSample = (): Promise<{ readonly id: string; readonly dub: string }> =>
  answerOf(api.POST('/titles/sample'));
