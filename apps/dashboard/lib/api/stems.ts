import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answerOf, api, ifMatch, type Schemas } from './client.ts';
import { allPages, MOST } from './pages.ts';

/** One audio file of a dub. */
export type Stem = Schemas['Stem'];

/** What a stem holds. */
export type StemKind = Stem['kind'];

/** The audio files of a dub, in the order in which they were added. */
export const useStems = (dub: string, enabled = true): UseQueryResult<Stem[]> =>
  useQuery({
    queryKey: ['dubs', 'stems', dub],
    enabled,
    queryFn: () =>
      allPages((after) =>
        answerOf(api.GET('/dubs/{dub}/stems', { params: { path: { dub }, query: { after, limit: MOST } } })),
      ),
  });

/** Of what a stem is made, and what it is. */
export interface NewStem {
  readonly upload: string;
  readonly kind: StemKind;
  /** Whose voice it is, where it is one character's. */
  readonly character: string | null;
}

/** Gives a dub an audio file; one of the same kind and character goes. @throws ApiProblem `voice-length`. */
export const addStem = (dub: string, body: NewStem): Promise<Stem> =>
  answerOf(api.POST('/dubs/{dub}/stems', { params: { path: { dub } }, body }));

/** Takes an audio file away from its dub. @throws ApiProblem. */
export async function removeStem(stem: string): Promise<void> {
  await api.DELETE('/stems/{stem}', { params: { path: { stem } } });
}

/** What is changed of an audio file. */
export interface StemChanges {
  readonly kind?: StemKind;
  readonly character?: string | null;
}

/**
 * Says of an audio file what it is, or whose voice; one that was just that changes places with it.
 * @throws ApiProblem `version-stale`, `voice-length`.
 */
export const changeStem = ({ id, version }: Stem, changes: StemChanges): Promise<Stem> =>
  answerOf(
    api.PATCH('/stems/{stem}', { params: { path: { stem: id }, header: ifMatch(version) }, body: changes }),
  );

/** The uploads for dubs of a title of which nothing was made yet, the first first. */
export const useUnusedForDubs = (title: string, enabled: boolean): UseQueryResult<Schemas['Upload'][]> =>
  useQuery({
    queryKey: ['uploads', 'for dubs of', title],
    enabled,
    queryFn: async () => {
      const all = await uploadsOf(title);
      return all
        .filter(({ purpose, state, used }) => isOfDub(purpose) && state === 'ready' && !used)
        .sort((a, b) => a.madeAt.localeCompare(b.madeAt));
    },
  });

const isOfDub = (purpose: Schemas['Upload']['purpose']): boolean =>
  purpose === 'stem' || purpose === 'script';

const uploadsOf = (title: string): Promise<Schemas['Upload'][]> =>
  allPages((after) => answerOf(api.GET('/uploads', { params: { query: { title, after, limit: MOST } } })));
