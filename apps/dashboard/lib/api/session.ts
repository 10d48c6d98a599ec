'use client';

import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answerOf, api, rememberForgeryToken, type Schemas } from './client.ts';

/** Who is signed in. */
export type Session = Schemas['Session'];

/** Something that somebody may do, such as `titles:create`. */
export type Permission = Session['permissions'][number];

/** The key under which the session is kept. */
export const SESSION_KEY = ['session'] as const;

/** Reads who is signed in. @throws ApiProblem `not-signed-in`. */
export async function readSession(): Promise<Session> {
  const session = await answerOf(api.GET('/session'));
  rememberForgeryToken(session.csrfToken);
  return session;
}

/** Who is signed in. */
export const useSession = (): UseQueryResult<Session> =>
  useQuery({ queryKey: SESSION_KEY, queryFn: readSession, staleTime: 5 * 60_000, retry: false });

/** Whether whoever is signed in may do something; false until that is known. */
export function useMay(): (permission: Permission) => boolean {
  const { data } = useSession();
  return (permission) => data?.permissions.includes(permission) ?? false;
}
