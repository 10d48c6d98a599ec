import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useChange } from './change.ts';
import { answerOf, api, ifMatch, type Schemas } from './client.ts';
import { allPages, MOST } from './pages.ts';
import { useMay } from './session.ts';

/** Somebody of the organisation. */
export type Person = Schemas['Person'];

/** What somebody is in their organisation. */
export type Role = Person['role'];

/** Somebody new, with what they sign in with, told this once. */
export type MadePerson = Schemas['MadePerson'];

/** A link to choose a password with, told this once. */
export type Invitation = Schemas['Invitation'];

/** The roles, from the one that may most to the one that may least. */
export const ROLES: readonly Role[] = ['administrator', 'producer', 'artist', 'reviewer', 'client'];

/** How somebody new signs in. */
export type SignIn = 'invitation' | 'password' | 'elsewhere';

interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly signIn: SignIn;
}

interface PersonChanges {
  readonly name?: string;
  readonly email?: string;
  readonly role?: Role;
  readonly disabled?: boolean;
}

/** All people of the organisation; nobody where one may not see them. */
export function usePeople(): UseQueryResult<Person[]> {
  const allowed = useMay()('people:read');
  return useQuery({
    queryKey: ['people'],
    enabled: allowed,
    queryFn: () =>
      allPages((after) => answerOf(api.GET('/people', { params: { query: { after, limit: MOST } } }))),
  });
}

/** What is done with people. Each throws what the server refuses. */
export function usePeopleActs(): {
  readonly add: (person: NewPerson) => Promise<MadePerson>;
  readonly change: (person: Person, changes: PersonChanges) => Promise<Person>;
  readonly remove: (person: string) => Promise<unknown>;
  readonly invite: (person: string) => Promise<Invitation>;
  readonly dropSecondFactor: (person: string) => Promise<unknown>;
} {
  const changed = useChange('people', 'session');
  const at = (person: string) => ({ params: { path: { person } } });
  return {
    add: (body) => changed(answerOf(api.POST('/people', { body }))),
    change: ({ id, version }, body) =>
      changed(
        answerOf(
          api.PATCH('/people/{person}', {
            params: { path: { person: id }, header: ifMatch(version) },
            body,
          }),
        ),
      ),
    remove: (person) => changed(api.DELETE('/people/{person}', at(person))),
    invite: (person) => answerOf(api.POST('/people/{person}/invitation', at(person))),
    dropSecondFactor: (person) => api.DELETE('/people/{person}/second-factor', at(person)),
  };
}
