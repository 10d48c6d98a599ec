import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useChange } from './change.ts';
import { answerOf, api, type Schemas } from './client.ts';
import { allPages, MOST } from './pages.ts';
import type { Permission } from './session.ts';

/** An API token of one's own, without what it says. */
export type Token = Schemas['Token'];

/** A new one, with what it says, told this once. */
export type MadeToken = Schemas['MadeToken'];

interface NewToken {
  readonly name: string;
  /** What it is good for; `null` for all that one may do oneself. */
  readonly scopes: Permission[] | null;
  /** As ISO 8601; `null` for never. */
  readonly expiresAt: string | null;
}

/** One's own API tokens. */
export const useTokens = (): UseQueryResult<Token[]> =>
  useQuery({
    queryKey: ['tokens'],
    queryFn: () =>
      allPages((after) => answerOf(api.GET('/tokens', { params: { query: { after, limit: MOST } } }))),
    staleTime: 0,
  });

/** Makes and revokes tokens. */
export function useTokenActs(): {
  readonly make: (token: NewToken) => Promise<MadeToken>;
  readonly revoke: (token: string) => Promise<unknown>;
} {
  const changed = useChange('tokens');
  return {
    make: (body) => changed(answerOf(api.POST('/tokens', { body }))),
    revoke: (token) => changed(api.DELETE('/tokens/{token}', { params: { path: { token } } })),
  };
}

/** What the nouns of permissions are allowed to: `titles` → read, create. In the order in which they come. */
export function byNoun(permissions: readonly Permission[]): ReadonlyMap<string, readonly Permission[]> {
  return Map.groupBy(permissions, (permission) => permission.split(':')[0]);
}
