import { z } from 'zod';
import { Moment } from '../http/schemas.ts';
import { ROLES } from '../access/roles.ts';

/** Somebody, as the API shows them. */
export const Person = z
  .object({
    id: z.uuid(),
    email: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    operator: z.boolean().describe('Whether they look after the installation'),
    disabledAt: Moment.nullable().describe('When they were shut out'),
    madeAt: Moment,
    version: z.int(),
  })
  .meta({ id: 'Person' });

/** An e-mail address, in small letters. */
export const Email = z.email().max(254).toLowerCase();

/** How somebody is called. */
export const PersonName = z.string().trim().min(1).max(200);

/** Somebody new. */
export const NewPerson = z.object({
  email: Email,
  name: PersonName,
  role: z.enum(ROLES),
  signIn: z
    .enum(['invitation', 'password', 'elsewhere'])
    .default('invitation')
    .describe('By a link to choose a password, by a password that is lent, or by OpenID Connect only'),
});

/** What may be changed about somebody. */
export const PersonChanges = z
  .object({
    email: Email,
    name: PersonName,
    role: z.enum(ROLES),
    disabled: z.boolean(),
    operator: z.boolean().describe('Only operators make operators'),
  })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, 'say what shall change');

/** How an invitation is shown, once. */
export const ShownInvitation = z
  .object({ token: z.string(), url: z.string(), expiresAt: Moment })
  .meta({ id: 'Invitation' });

/** Somebody new, with what they need to sign in: shown this once. */
export const MadePerson = Person.extend({
  password: z.string().nullable().describe('Lent: to be changed at the first sign-in'),
  invitation: ShownInvitation.nullable(),
}).meta({ id: 'MadePerson' });
