import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { Refusal } from '@mondwerk/film';
import { notFound } from '../database/edit.ts';
import { readPage } from '../database/page.ts';
import { route } from '../http/route.ts';
import { Moment, PageQuery, pageOf } from '../http/schemas.ts';
import { permissions, roleMay } from '../access/access.ts';
import type { Actor } from '../access/actor.ts';
import { hashOf, newSecret } from './secrets.ts';
import { Tokens } from './signInTables.ts';

/** An API token, as the API shows it: never the token itself. */
export const Token = z
  .object({
    id: z.uuid(),
    name: z.string(),
    scopes: z
      .array(z.enum(permissions))
      .nullable()
      .describe('What it is good for; null for everything that its person may do'),
    expiresAt: Moment.nullable(),
    lastUsedAt: Moment.nullable(),
    madeAt: Moment,
  })
  .meta({ id: 'Token' });

const NewToken = z.object({
  name: z.string().trim().min(1).max(100),
  scopes: z.array(z.enum(permissions)).min(1).nullable().default(null),
  expiresAt: z.iso.datetime().nullable().default(null),
});

const MadeToken = Token.extend({ token: z.string().describe('Shown this once') }).meta({ id: 'MadeToken' });

/** A token cannot make one that is good for more; nobody gets one for what their role may not. */
function checkScopes(
  { role, operator, scopes: own }: Actor,
  scopes: z.output<typeof NewToken>['scopes'],
): void {
  if (own !== null && (scopes === null || !scopes.every((scope) => own.includes(scope)))) {
    throw new Refusal('not-allowed', 'A token may make only tokens that are good for no more than itself.');
  }
  const beyond = scopes?.find((scope) => !roleMay(role, scope, operator));
  if (beyond !== undefined) throw new Refusal('not-allowed', `As ${role} you may not do ${beyond} yourself.`);
}

/** One's own API tokens. */
export const tokenRoutes = [
  route({
    name: 'tokens.list',
    method: 'GET',
    path: '/tokens',
    does: 'List your API tokens',
    may: 'tokens:read',
    query: PageQuery,
    reply: pageOf(Token),
    handle: ({ tx, actor, query }) => readPage(tx, Tokens, query, { where: { person: actor.person } }),
  }),
  route({
    name: 'tokens.create',
    method: 'POST',
    path: '/tokens',
    does: 'Make an API token; it is shown this once',
    may: 'tokens:create',
    secret: 'reply',
    body: NewToken,
    reply: MadeToken,
    async handle({ tx, actor, body: { expiresAt, ...body } }) {
      checkScopes(actor, body.scopes);
      const token = newSecret('mw');
      const row = await tx.save(Tokens, {
        id: newId(),
        organisation: actor.organisation,
        person: actor.person,
        secret: hashOf(token),
        lastUsedAt: null,
        expiresAt: expiresAt === null ? null : new Date(expiresAt),
        ...body,
      });
      return { ...row, token };
    },
  }),
  route({
    name: 'tokens.delete',
    method: 'DELETE',
    path: '/tokens/{token}',
    does: 'Revoke an API token of yours; administrators revoke anyone’s',
    may: 'tokens:delete',
    async handle({ tx, actor, params: { token } }) {
      const whose = actor.role === 'administrator' ? {} : { person: actor.person };
      const { affected } = await tx.delete(Tokens, { id: token, organisation: actor.organisation, ...whose });
      if (affected !== 1) throw notFound('tokens', token);
    },
  }),
];
