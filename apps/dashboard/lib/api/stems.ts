import { Refusal } from '@mondwerk/film';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from './client.ts';
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

/**
 * Says of an audio file whose voice it is: it is added anew from its upload, then the old one is taken away.
 * @throws ApiProblem, Refusal `upload-gone` when the file has to be brought again.
 */
export async function giveStem(
  title: string,
  { id, dub, name, sha256 }: Stem,
  { kind, character }: Pick<NewStem, 'kind' | 'character'>,
): Promise<Stem> {
  const same = (await uploadsOf(title)).filter(
    (each) => each.purpose === 'stem' && each.state === 'ready' && each.sha256 === sha256,
  );
  // The same sound may have been brought under several names.
  const upload = same.find((each) => each.name === name) ?? same[0];
  if (upload === undefined) {
    throw new Refusal(
      'upload-gone',
      `${name} is no longer among the uploads of this title: drop it here again.`,
    );
  }
  const made = await addStem(dub, { upload: upload.id, kind, character });
  await removeStem(id);
  return made;
}

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

/** Throws away a file that was brought and of which nothing was made. @throws ApiProblem `upload-used`. */
export async function discardUpload(upload: string): Promise<void> {
  await api.DELETE('/uploads/{upload}', { params: { path: { upload } } });
}
