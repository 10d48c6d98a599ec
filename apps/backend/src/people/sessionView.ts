import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { Moment } from '../http/schemas.ts';
import { may, permissions } from '../access/access.ts';
import type { Actor } from '../access/actor.ts';
import { ROLES } from '../access/roles.ts';
import { forgeryToken } from '../access/sessionCookie.ts';
import { Sessions } from './signInTables.ts';
import { Organisations, People } from './tables.ts';
import { hashOf } from './secrets.ts';

/** Who is signed in, and what they may do. */
export const Session = z
  .object({
    person: z.object({
      id: z.uuid(),
      name: z.string(),
      email: z.string(),
      role: z.enum(ROLES),
      operator: z.boolean(),
    }),
    organisation: z.object({ id: z.uuid(), name: z.string() }),
    permissions: z.array(z.enum(permissions)).describe('What they may do'),
    mustChangePassword: z.boolean().describe('Whether the password was only lent: nothing else works before'),
    csrfToken: z
      .string()
      .nullable()
      .describe('To be sent as X-CSRF-Token with each change; null for API tokens, which need none'),
    expiresAt: Moment.nullable().describe('When the session ends whatever happens'),
  })
  .meta({ id: 'Session' });

/** Shows somebody who they are; `secret` is their session's, unless they use a token. */
export async function showSession(
  tx: EntityManager,
  actor: Actor,
  secret: string | undefined,
): Promise<z.input<typeof Session>> {
  const [person, organisation, session] = [
    await tx.findOneByOrFail(People, { id: actor.person }),
    await tx.findOneByOrFail(Organisations, { id: actor.organisation }),
    secret === undefined ? null : await tx.findOneBy(Sessions, { secret: hashOf(secret) }),
  ];
  const { id, name, email, role, operator, mustChangePassword } = person;
  return {
    person: { id, name, email, role, operator },
    organisation: { id: organisation.id, name: organisation.name },
    permissions: permissions.filter((permission) => may(actor, permission)),
    mustChangePassword,
    csrfToken: session === null || secret === undefined ? null : forgeryToken(secret),
    expiresAt: session?.expiresAt ?? null,
  };
}

/** Somebody as they act in a browser. */
export const actorIn = (person: {
  readonly id: string;
  readonly organisation: string;
  readonly role: Actor['role'];
  readonly operator: boolean;
  readonly name: string;
  readonly mustChangePassword: boolean;
}): Actor => ({ ...person, person: person.id, token: null, scopes: null });
