import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ApiProblem } from '@mondwerk/client';
import { answerOf, api, ifMatch, type Schemas } from './client.ts';
import { allPages, MOST } from './pages.ts';

/** One performer's face on another one's head, in some shots of a title. */
export type Replacement = Schemas['Replacement'];

/** A file of donor footage, and who in it is the shown performer. */
export type DonorFootage = Pick<Replacement['donors'][number], 'upload' | 'person'>;

/** What somebody wants to be replaced. */
export interface NewReplacement {
  /** Whose head is in the film, and whose face is put on it, by the ids of performers. */
  readonly replaced: string;
  readonly shown: string;
  readonly donors: readonly DonorFootage[];
  /** The numbers of the shots; `null` for all. */
  readonly shots: readonly number[] | null;
}

/** What can be changed of a replacement. */
export type ReplacementChanges = Partial<Pick<NewReplacement, 'donors' | 'shots'>>;

/** All replacements of a title, in the order in which they were made. */
export const useReplacements = (title: string, enabled = true): UseQueryResult<Replacement[]> =>
  useQuery({
    queryKey: ['dubs', 'replacements of', title],
    enabled,
    queryFn: () =>
      allPages((after) =>
        answerOf(
          api.GET('/titles/{title}/replacements', {
            params: { path: { title }, query: { after, limit: MOST } },
          }),
        ),
      ),
  });

const readReplacement = (replacement: string): Promise<Replacement> =>
  answerOf(api.GET('/replacements/{replacement}', { params: { path: { replacement } } }));

/** A replacement. */
export const useReplacement = (replacement: string): UseQueryResult<Replacement> =>
  useQuery({
    queryKey: ['dubs', 'replacement', replacement],
    queryFn: () => readReplacement(replacement),
  });

/** Makes a replacement in the newest source of a title. @throws ApiProblem `performer-unnamed`, `no-face`. */
export const createReplacement = (title: string, wanted: NewReplacement): Promise<Replacement> =>
  answerOf(
    api.POST('/titles/{title}/replacements', {
      params: { path: { title } },
      body: { ...wanted, donors: [...wanted.donors], shots: wanted.shots && [...wanted.shots] },
    }),
  );

/** Changes a replacement as it was seen. @throws ApiProblem `version-stale`. */
export const changeReplacement = (
  { id, version }: Pick<Replacement, 'id' | 'version'>,
  { donors, shots }: ReplacementChanges,
): Promise<Replacement> =>
  answerOf(
    api.PATCH('/replacements/{replacement}', {
      params: { path: { replacement: id }, header: ifMatch(version) },
      body: {
        ...(donors && { donors: [...donors] }),
        ...(shots !== undefined && { shots: shots && [...shots] }),
      },
    }),
  );

/** Makes an upload a part of a replacement, whatever else is changed meanwhile. @throws ApiProblem. */
export async function attachFootage(replacement: string, upload: string): Promise<void> {
  for (;;) {
    const now = await readReplacement(replacement);
    if (now.donors.some((each) => each.upload === upload)) return;
    const donors = [
      ...now.donors.map(({ upload: one, person }) => ({ upload: one, person })),
      { upload, person: null },
    ];
    try {
      await changeReplacement(now, { donors });
      return;
    } catch (error) {
      const stale = error instanceof ApiProblem && error.code === 'version-stale';
      if (!stale) throw error;
    }
  }
}

/** Makes the film of a delivered replacement the newest source of its title. @throws ApiProblem `rights-missing`. */
export const becomeSource = (delivery: string): Promise<Schemas['Source']> =>
  answerOf(api.POST('/deliveries/{delivery}/source', { params: { path: { delivery } } }));
