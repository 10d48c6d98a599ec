import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useChange } from './change.ts';
import { answerOf, api, ifMatch, type Schemas } from './client.ts';

/** Those who share titles. */
export type Organisation = Schemas['Organisation'];

/** Whether an authenticator app is asked for when one signs in. */
export interface SecondFactor {
  readonly enabled: boolean;
  readonly recoveryCodesLeft: number;
}

/** What an authenticator app needs to know, as text to type and as an `otpauth:` address. */
export interface Enrolment {
  readonly secret: string;
  readonly uri: string;
}

const SECOND_FACTOR_KEY = ['account', 'second-factor'] as const;

/** One's own authenticator app. */
export const useSecondFactor = (): UseQueryResult<SecondFactor> =>
  useQuery({ queryKey: SECOND_FACTOR_KEY, queryFn: () => answerOf(api.GET('/second-factor')) });

/** Begins with an authenticator app, confirms it, and signs in without one again. */
export function useSecondFactorActs(): {
  readonly begin: () => Promise<Enrolment>;
  /** Returns the recovery codes, told this once. */
  readonly confirm: (code: string) => Promise<readonly string[]>;
  readonly disable: (code: string) => Promise<unknown>;
} {
  const changed = useChange('account');
  return {
    begin: () => answerOf(api.POST('/second-factor')),
    confirm: async (code) =>
      (await changed(answerOf(api.POST('/second-factor/confirm', { body: { code } })))).recoveryCodes,
    disable: (code) => changed(api.POST('/second-factor/disable', { body: { code } })),
  };
}

const organisationKey = (organisation: string) => ['organisations', organisation] as const;

/** One's organisation. */
export const useOrganisation = (organisation: string): UseQueryResult<Organisation> =>
  useQuery({
    queryKey: organisationKey(organisation),
    queryFn: () => answerOf(api.GET('/organisations/{organisation}', { params: { path: { organisation } } })),
  });

/** Renames an organisation. */
export function useRenameOrganisation(): (organisation: Organisation, name: string) => Promise<unknown> {
  const queries = useQueryClient();
  const changed = useChange('organisations', 'session');
  return async ({ id, version }, name) => {
    const params = { path: { organisation: id }, header: ifMatch(version) };
    const renamed = await changed(
      answerOf(api.PATCH('/organisations/{organisation}', { params, body: { name } })),
    );
    queries.setQueryData(organisationKey(id), renamed);
  };
}
