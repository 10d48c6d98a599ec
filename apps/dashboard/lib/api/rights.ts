import { useQueries, useQuery, type QueryKey, type UseQueryResult } from '@tanstack/react-query';
import { answerOf, api, API, type Schemas } from './client.ts';
import { allPages, MOST } from './pages.ts';

/** On what somebody's face may be rendered. */
export type RightsBasis = Schemas['RightsBasis'];

/** One thing that stands in the way of rendering a face. */
export type MissingRight = Schemas['MissingRight'];

/** What is recorded: the clauses of a basis, and the upload of the signed paper. */
export interface NewBasis extends Pick<
  RightsBasis,
  'kind' | 'extent' | 'languages' | 'territories' | 'validFrom' | 'validTo' | 'signer' | 'signedOn'
> {
  readonly evidence: string | null;
}

/** Where the signed paper of a basis is. */
export const evidenceUrl = (basis: string): string => `${API}/rights/${basis}/evidence`;

/** The key under which the bases of a title are kept. */
export const basesKey = (title: string): QueryKey => ['rights', 'of', title];

/** Everything that is recorded of the rights in a title, revoked ones too, the newest first. */
export const useBases = (title: string, enabled: boolean): UseQueryResult<RightsBasis[]> =>
  useQuery({
    queryKey: basesKey(title),
    enabled,
    queryFn: () =>
      allPages((after) =>
        answerOf(
          api.GET('/titles/{title}/rights', { params: { path: { title }, query: { after, limit: MOST } } }),
        ),
      ),
  });

/** What stands in the way of rendering a dub. */
export interface MissingRights {
  /** `undefined` while it is not known. */
  readonly missing: readonly MissingRight[] | undefined;
  /** It is being asked for again: what is known may be outdated. */
  readonly asking: boolean;
}

/** What stands in the way of rendering each of some dubs, in their order. */
export const useMissingRights = (dubs: readonly string[], enabled: boolean): readonly MissingRights[] =>
  useQueries({
    queries: dubs.map((dub) => ({
      queryKey: ['rights', 'missing', dub],
      enabled,
      queryFn: async () =>
        (await answerOf(api.GET('/dubs/{dub}/rights/missing', { params: { path: { dub } } }))).missing,
    })),
    combine: (answers) => answers.map(({ data, isFetching }) => ({ missing: data, asking: isFetching })),
  });

/** Whom performers that are in no list any more turned out to be, by their ids. */
export const useMergedInto = (performers: readonly string[]): ReadonlyMap<string, string> =>
  useQueries({
    queries: performers.map((performer) => ({
      queryKey: ['performers', 'merged', performer],
      queryFn: () => answerOf(api.GET('/performers/{performer}', { params: { path: { performer } } })),
    })),
    combine: (answers) =>
      new Map(answers.flatMap(({ data }) => (data?.mergedInto ? [[data.id, data.mergedInto] as const] : []))),
  });

/** Records on what a performer's face may be rendered; asked again with the same `key`, it happens once. */
export const recordBasis = (performer: string, body: NewBasis, key: string): Promise<RightsBasis> =>
  answerOf(
    api.POST('/performers/{performer}/rights', {
      params: { path: { performer }, header: { 'Idempotency-Key': key } },
      body,
    }),
  );

/** Revokes a basis for good. @throws ApiProblem `rights-revoked` when somebody has done so before. */
export const revokeBasis = (basis: string, reason: string): Promise<RightsBasis> =>
  answerOf(api.POST('/rights/{basis}/revoke', { params: { path: { basis } }, body: { reason } }));
