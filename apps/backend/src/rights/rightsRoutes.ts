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
import { showBases } from './showBases.ts';
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
      const found = await readPage(tx, RightsBases, page, { where, newestFirst: true });
      return { ...found, items: await showBases(tx, found.items) };
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
    handle: async ({ tx, params, body, actor }) => ({
      ...(await recordBasis(tx, actor, params.performer, body)),
      revokedBy: null,
    }),
  }),
  route({
    name: 'rights.read',
    method: 'GET',
    path: '/rights/{basis}',
    does: 'Show a rights basis',
    may: 'rights:read',
    reply: RightsBasis,
    handle: async ({ tx, params }) => {
      const [shown] = await showBases(tx, [await tx.findOneByOrFail(RightsBases, { id: params.basis })]);
      return shown;
    },
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
    handle: async ({ tx, params, body, actor }) => ({
      ...(await revokeBasis(tx, params.basis, body.reason)),
      revokedBy: actor.person,
    }),
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
