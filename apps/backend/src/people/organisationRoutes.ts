import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { Refusal } from '@mondwerk/film';
import { edit } from '../database/edit.ts';
import { route } from '../http/route.ts';
import { Moment } from '../http/schemas.ts';
import { addPerson } from './changePeople.ts';
import { Email, MadePerson, PersonName } from './personView.ts';
import { Organisations } from './tables.ts';

/** An organisation, as the API shows it. */
export const Organisation = z
  .object({
    id: z.uuid(),
    name: z.string(),
    quota: z.int().nullable().describe('How many bytes it may store; null without a limit'),
    madeAt: Moment,
    version: z.int(),
  })
  .meta({ id: 'Organisation' });

const Name = z.string().trim().min(1).max(200);
const Quota = z.int().min(1).nullable();

const NewOrganisation = z.object({
  name: Name,
  quota: Quota.optional().describe('What QUOTA_BYTES says when not given'),
  administrator: z.object({ email: Email, name: PersonName }),
});

const OrganisationChanges = z
  .object({ name: Name, quota: Quota.describe('Only operators change it') })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, 'say what shall change');

/** Organisations: those who share titles. */
export const organisationRoutes = [
  route({
    name: 'organisations.create',
    method: 'POST',
    path: '/organisations',
    does: 'Make an organisation with its first administrator, who gets a link to choose a password',
    may: 'organisations:create',
    secret: 'reply',
    body: NewOrganisation,
    reply: Organisation.extend({ administrator: MadePerson }).meta({ id: 'MadeOrganisation' }),
    async handle({ tx, body: { name, quota, administrator } }, { settings }) {
      const limit = quota === undefined ? (settings.QUOTA_BYTES ?? null) : quota;
      const made = await tx.save(Organisations, { id: newId(), name, quota: limit });
      const first = { ...administrator, role: 'administrator', signIn: 'invitation' } as const;
      return { ...made, administrator: await addPerson(tx, made.id, first, settings) };
    },
  }),
  route({
    name: 'organisations.read',
    method: 'GET',
    path: '/organisations/{organisation}',
    does: 'Show your organisation',
    may: 'organisations:read',
    reply: Organisation,
    handle: ({ tx, params }) => tx.findOneByOrFail(Organisations, { id: params.organisation }),
  }),
  route({
    name: 'organisations.edit',
    method: 'PATCH',
    path: '/organisations/{organisation}',
    does: 'Rename your organisation; operators also change how much it may store',
    may: 'organisations:edit',
    edits: true,
    body: OrganisationChanges,
    reply: Organisation,
    handle({ tx, actor, params, expected, body }) {
      if (body.quota !== undefined && !actor.operator) {
        throw new Refusal('not-allowed', 'Only operators change how much an organisation may store.');
      }
      return edit(tx, Organisations, { id: params.organisation, expected }, body);
    },
  }),
];
