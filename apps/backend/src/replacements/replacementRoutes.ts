import { z } from 'zod';
import { readPage } from '../database/page.ts';
import { Plan, Priority } from '../dubs/planRoutes.ts';
import { startPlan } from '../dubs/plans.ts';
import { Replacements } from '../dubs/replacementTable.ts';
import { Dubs } from '../dubs/tables.ts';
import { route } from '../http/route.ts';
import { PageQuery, pageOf } from '../http/schemas.ts';
import { addReplacement } from './addReplacement.ts';
import { editReplacement } from './editReplacement.ts';
import { NewReplacement, Replacement, ReplacementChanges } from './schemas.ts';
import { showReplacement, showReplacements } from './showReplacements.ts';

/** Replacements: another performer's face on a head of a film. Takes, reviews and deliveries are those of dubs. */
export const replacementRoutes = [
  route({
    name: 'replacements.list',
    method: 'GET',
    path: '/titles/{title}/replacements',
    does: 'List the replacements of a title',
    may: 'replacements:read',
    query: PageQuery,
    reply: pageOf(Replacement),
    handle: async ({ tx, params, query }) => {
      const page = await readPage(tx, Replacements, query, { where: { title: params.title } });
      return { ...page, items: await showReplacements(tx, page.items) };
    },
  }),
  route({
    name: 'replacements.create',
    method: 'POST',
    path: '/titles/{title}/replacements',
    does: 'Put another performer’s face on a head of a title’s film; nothing is rendered before both have agreed',
    may: 'replacements:create',
    body: NewReplacement,
    reply: Replacement,
    handle: async ({ tx, params, body }) => showReplacement(tx, await addReplacement(tx, params.title, body)),
  }),
  route({
    name: 'replacements.read',
    method: 'GET',
    path: '/replacements/{replacement}',
    does: 'Show a replacement',
    may: 'replacements:read',
    reply: Replacement,
    handle: async ({ tx, params }) =>
      showReplacement(tx, await tx.findOneByOrFail(Replacements, { id: params.replacement })),
  }),
  route({
    name: 'replacements.edit',
    method: 'PATCH',
    path: '/replacements/{replacement}',
    does: 'Change the footage, the shots or the settings of a replacement, or while it has no takes whom it is about',
    may: 'replacements:edit',
    edits: true,
    body: ReplacementChanges,
    reply: Replacement,
    handle: async ({ tx, params, expected, body }) =>
      showReplacement(tx, await editReplacement(tx, { id: params.replacement, expected }, body)),
  }),
  route({
    name: 'replacements.delete',
    method: 'DELETE',
    path: '/replacements/{replacement}',
    does: 'Delete a replacement with everything that belongs to it',
    may: 'replacements:delete',
    handle: async ({ tx, params }) => {
      const { dub } = await tx.findOneByOrFail(Replacements, { id: params.replacement });
      await tx.delete(Dubs, { id: dub });
    },
  }),
  route({
    name: 'replacements.plan',
    method: 'POST',
    path: '/replacements/{replacement}/plans',
    does: 'Choose from which of the shown performer’s frames each face is taken, before anyone pays for it',
    may: 'plans:create',
    body: z.object({ priority: Priority.optional() }),
    reply: Plan,
    handle: async ({ tx, params, body, actor }, platform) => {
      const { dub } = await tx.findOneByOrFail(Replacements, { id: params.replacement });
      return startPlan(tx, platform, dub, { ...body, askedBy: actor.person });
    },
  }),
];
