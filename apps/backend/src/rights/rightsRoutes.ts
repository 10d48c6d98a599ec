import { extname } from 'node:path';
import { IsNull } from 'typeorm';
import { z } from 'zod';
import { readPage } from '../database/page.ts';
import { Dubs } from '../dubs/tables.ts';
import { rawRoute, route } from '../http/route.ts';
import { idOf, pageOf, PageQuery } from '../http/schemas.ts';
import { sendStored } from '../http/sendStored.ts';
import { notStored } from '../storage/refusals.ts';
import { missingForDub } from './missingForDub.ts';
import { recordBasis } from './recordBasis.ts';
import { revokeBasis } from './revokeBasis.ts';
import { MissingRight, NewBasis, Revocation, RightsBasis } from './schemas.ts';
import { RightsBases } from './tables.ts';

/** Rights: on what the faces of performers may be rendered. */
export const rightsRoutes = [
  route({
    name: 'rights.list',
    method: 'GET',
    path: '/titles/{title}/rights',
    does: 'List what is recorded of the rights in a title’s performers, the newest first',
    may: 'rights:read',
    query: PageQuery.extend({
      performer: idOf('performers').optional(),
      revoked: z.stringbool().default(true).describe('Whether revoked ones are shown too'),
    }),
    reply: pageOf(RightsBasis),
    handle: async ({ tx, params, query: { performer, revoked, ...page } }) => {
      const where = {
        title: params.title,
        ...(performer === undefined ? {} : { performer }),
        ...(revoked ? {} : { revokedAt: IsNull() }),
      };
      return readPage(tx, RightsBases, page, { where, newestFirst: true });
    },
  }),
  route({
    name: 'rights.record',
    method: 'POST',
    path: '/performers/{performer}/rights',
    does: 'Record on what a performer’s face may be rendered; it cannot be changed afterwards, only revoked',
    may: 'rights:create',
    body: NewBasis,
    reply: RightsBasis,
    handle: ({ tx, params, body, actor }) => recordBasis(tx, actor, params.performer, body),
  }),
  route({
    name: 'rights.read',
    method: 'GET',
    path: '/rights/{basis}',
    does: 'Show a rights basis',
    may: 'rights:read',
    reply: RightsBasis,
    handle: ({ tx, params }) => tx.findOneByOrFail(RightsBases, { id: params.basis }),
  }),
  route({
    name: 'rights.revoke',
    method: 'POST',
    path: '/rights/{basis}/revoke',
    does: 'Revoke a rights basis: from now on nothing is rendered or delivered on it; packages that were finished stay',
    may: 'rights:edit',
    status: 200,
    body: Revocation,
    reply: RightsBasis,
    handle: ({ tx, params, body }) => revokeBasis(tx, params.basis, body.reason),
  }),
  rawRoute({
    name: 'rights.evidence',
    method: 'GET',
    path: '/rights/{basis}/evidence',
    does: 'Download the signed paper of a rights basis',
    may: 'rights:read',
    answers: 'application/octet-stream',
    send: async (call, { storage }) => {
      const { id, evidence, evidenceSha256 } = await call.tx.findOneByOrFail(RightsBases, {
        id: call.params.basis,
      });
      const name = `evidence-${id}${evidence === null ? '' : extname(evidence)}`;
      if (evidence === null) throw notStored(name);
      await sendStored(call, storage, { key: evidence, name, etag: evidenceSha256! });
    },
  }),
  route({
    name: 'rights.missing',
    method: 'GET',
    path: '/dubs/{dub}/rights/missing',
    does: 'Tell what rights are missing before all planned shots of a dub can be rendered',
    may: 'rights:read',
    reply: z.object({ missing: z.array(MissingRight) }),
    handle: async ({ tx, params }) => ({
      missing: await missingForDub(tx, await tx.findOneByOrFail(Dubs, { id: params.dub })),
    }),
  }),
];
