import { readProblem } from '@mondwerk/client';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useChange } from './change.ts';
import { answerOf, API, api, ifMatch, type Schemas } from './client.ts';
import { allPages, MOST } from './pages.ts';

/** How a word or a phrase of a title is said. */
export type Pronunciation = Schemas['Pronunciation'];

/** What people write down of one. */
export type Entry = Pick<Pronunciation, 'word' | 'said' | 'language' | 'note'>;

/** How the names of a title are said, in the order of their making. */
export const usePronunciations = (title: string): UseQueryResult<Pronunciation[]> =>
  useQuery({
    queryKey: ['pronunciations', 'of title', title],
    queryFn: () =>
      allPages((after) =>
        answerOf(
          api.GET('/titles/{title}/pronunciations', {
            params: { path: { title }, query: { after, limit: MOST } },
          }),
        ),
      ),
  });

/** A word of a title's scripts that is likely a name. */
export interface SuggestedName {
  readonly word: string;
  readonly occurrences: number;
  readonly languages: readonly string[];
  readonly example: string;
}

/** Words of a title's scripts that are likely names and have no pronunciation, the surest first. */
export const useSuggestedNames = (title: string): UseQueryResult<readonly SuggestedName[]> =>
  useQuery({
    queryKey: ['pronunciations', 'suggested', title],
    queryFn: async () => {
      const asked = api.GET('/titles/{title}/pronunciations/suggestions', { params: { path: { title } } });
      return (await answerOf(asked)).items;
    },
  });

/** A word to be said: as `said` tells, or without it as the language reads it. */
export interface Question {
  readonly word: string;
  readonly said?: string;
  readonly language: string;
}

/** How a word would be said, in IPA. */
export const usePreview = (title: string, asked: Question | null): UseQueryResult<{ readonly ipa: string }> =>
  useQuery({
    queryKey: ['pronunciations', 'preview', title, asked],
    queryFn: () =>
      answerOf(
        api.GET('/titles/{title}/pronunciations/preview', {
          params: { path: { title }, query: asked! },
        }),
      ),
    enabled: asked !== null,
    retry: false,
  });

/** The sound of a word, as a simple voice says it. @throws ApiProblem for what cannot be said. */
export async function soundOf(title: string, asked: Question): Promise<Blob> {
  const answer = await fetch(
    `${API}/titles/${title}/pronunciations/sound?${new URLSearchParams({ ...asked })}`,
  );
  if (!answer.ok) throw await readProblem(answer);
  return answer.blob();
}

/** What an import changed. */
export interface Imported {
  readonly added: number;
  readonly unchanged: number;
  readonly removed: number;
}

/** Writes down, changes and deletes how names are said. */
export function usePronunciationActs(title: string): {
  readonly add: (entry: Entry) => Promise<Pronunciation>;
  readonly change: (before: Pronunciation, entry: Entry) => Promise<Pronunciation>;
  readonly remove: (entry: Pronunciation) => Promise<unknown>;
  readonly bring: (lexicon: { text: string; name: string; replace: boolean }) => Promise<Imported>;
} {
  const changed = useChange('pronunciations', 'plans', 'dubs');
  const path = { title };
  return {
    add: (body) => changed(answerOf(api.POST('/titles/{title}/pronunciations', { params: { path }, body }))),
    change: ({ id, version }, body) =>
      changed(
        answerOf(
          api.PATCH('/pronunciations/{pronunciation}', {
            params: { path: { pronunciation: id }, header: ifMatch(version) },
            body,
          }),
        ),
      ),
    remove: ({ id }) =>
      changed(api.DELETE('/pronunciations/{pronunciation}', { params: { path: { pronunciation: id } } })),
    bring: (body) =>
      changed(answerOf(api.POST('/titles/{title}/pronunciations/import', { params: { path }, body }))),
  };
}
