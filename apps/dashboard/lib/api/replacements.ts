import { useQuery, useQueryClient, type QueryKey, type UseQueryResult } from '@tanstack/react-query';
import { ApiProblem } from '@mondwerk/client';
import { useChange } from './change.ts';
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

const keyOf = (replacement: string): QueryKey => ['dubs', 'replacement', replacement];

/** A replacement. */
export const useReplacement = (replacement: string): UseQueryResult<Replacement> =>
  useQuery({
    queryKey: keyOf(replacement),
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

const changeReplacement = (
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

/** The edits of each replacement that are under way: they follow each other. */
const underWay = new Map<string, Promise<unknown>>();

/** Changes a replacement whatever else is changed of it meanwhile. @throws ApiProblem. */
function edit(replacement: string, changes: Changing): Promise<Replacement> {
  const before = underWay.get(replacement) ?? Promise.resolve();
  const done = before.catch(() => undefined).then(() => editNow(replacement, changes));
  underWay.set(replacement, done);
  return done;
}

async function editNow(replacement: string, changes: Changing): Promise<Replacement> {
  for (;;) {
    const now = await readReplacement(replacement);
    try {
      return await changeReplacement(now, changes(now));
    } catch (error) {
      const stale = error instanceof ApiProblem && error.code === 'version-stale';
      if (!stale) throw error;
    }
  }
}

/** Tells from how a replacement is what shall be different. */
type Changing = (now: Replacement) => ReplacementChanges;

const NOUNS = ['dubs', 'uploads', 'plans', 'titles'] as const;

/** Changes replacements, one edit after the other, and shows at once what came of it. */
export function useEditReplacement(): (replacement: string, changes: Changing) => Promise<void> {
  const queries = useQueryClient();
  const change = useChange(...NOUNS);
  return async (replacement, changes) => {
    queries.setQueryData(keyOf(replacement), await change(edit(replacement, changes)));
  };
}

/** The donor footage of a replacement as it is changed: without its names. */
export const footageOf = ({ donors }: Pick<Replacement, 'donors'>): DonorFootage[] =>
  donors.map(({ upload, person }) => ({ upload, person }));

/** The donor footage of a replacement with one more file. */
export const withFootage = (now: Pick<Replacement, 'donors'>, upload: string): DonorFootage[] => [
  ...footageOf(now).filter((each) => each.upload !== upload),
  { upload, person: null },
];

/** Makes the film of a delivered replacement the newest source of its title. @throws ApiProblem `rights-missing`. */
export const becomeSource = (delivery: string): Promise<Schemas['Source']> =>
  answerOf(api.POST('/deliveries/{delivery}/source', { params: { path: { delivery } } }));
