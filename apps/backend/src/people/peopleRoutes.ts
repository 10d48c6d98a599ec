import { z } from 'zod';
import { readPage } from '../database/page.ts';
import { route } from '../http/route.ts';
import { PageQuery, pageOf } from '../http/schemas.ts';
import { writeAudit } from '../audit/writeAudit.ts';
import { addPerson, changePerson, checkMayChange, removePerson } from './changePeople.ts';
import { acceptInvitation, invite } from './invitations.ts';
import { MOST_LENGTH } from './password.ts';
import { MadePerson, NewPerson, Person, PersonChanges, ShownInvitation } from './personView.ts';
import { SecondFactors } from './signInTables.ts';
import { People } from './tables.ts';

/** The people of an organisation. */
export const peopleRoutes = [
  route({
    name: 'people.list',
    method: 'GET',
    path: '/people',
    does: 'List the people of the organisation',
    may: 'people:read',
    query: PageQuery,
    reply: pageOf(Person),
    handle: ({ tx, actor, query }) =>
      readPage(tx, People, query, { where: { organisation: actor.organisation } }),
  }),
  route({
    name: 'people.create',
    method: 'POST',
    path: '/people',
    does: 'Add somebody; the answer holds, this once, what they sign in with',
    may: 'people:create',
    secret: 'reply',
    body: NewPerson,
    reply: MadePerson,
    handle: ({ tx, actor, body }, { settings }) => addPerson(tx, actor.organisation, body, settings),
  }),
  route({
    name: 'people.read',
    method: 'GET',
    path: '/people/{person}',
    does: 'Show somebody',
    may: 'people:read',
    reply: Person,
    handle: ({ tx, params }) => tx.findOneByOrFail(People, { id: params.person }),
  }),
  route({
    name: 'people.edit',
    method: 'PATCH',
    path: '/people/{person}',
    does: 'Change somebody’s name, e-mail or role, shut them out or let them in again',
    may: 'people:edit',
    edits: true,
    body: PersonChanges,
    reply: Person,
    handle: ({ tx, actor, params, expected, body }) =>
      changePerson(tx, actor, { id: params.person, expected }, body),
  }),
  route({
    name: 'people.delete',
    method: 'DELETE',
    path: '/people/{person}',
    does: 'Remove somebody',
    may: 'people:delete',
    handle: ({ tx, actor, params }) => removePerson(tx, actor, params.person),
  }),
  route({
    name: 'people.invite',
    method: 'POST',
    path: '/people/{person}/invitation',
    does: 'Make a link with which somebody chooses a new password; it is shown this once',
    may: 'people:edit',
    secret: 'reply',
    reply: ShownInvitation,
    async handle({ tx, actor, params }, { settings }) {
      return invite(tx, await checkMayChange(tx, actor, params.person), settings);
    },
  }),
  route({
    name: 'people.dropSecondFactor',
    method: 'DELETE',
    path: '/people/{person}/second-factor',
    does: 'Take away the authenticator app of somebody who has lost it',
    may: 'people:edit',
    async handle({ tx, actor, params }) {
      await checkMayChange(tx, actor, params.person);
      await tx.delete(SecondFactors, { person: params.person });
    },
  }),
  route({
    name: 'invitations.accept',
    method: 'POST',
    path: '/invitations/accept',
    does: 'Choose a password with an invitation',
    may: 'anyone',
    secret: 'body',
    body: z.object({ token: z.string().max(100), password: z.string().max(MOST_LENGTH) }),
    async handle({ tx, body, address, request }) {
      const { id, organisation } = await acceptInvitation(tx, body.token, body.password);
      const act = 'invitations.accept';
      await writeAudit(tx, {
        organisation,
        person: id,
        token: null,
        act,
        thing: id,
        detail: { address },
        request,
      });
    },
  }),
];
