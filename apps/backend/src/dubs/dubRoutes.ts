import { z } from 'zod';
import { edit } from '../database/edit.ts';
import { readPage } from '../database/page.ts';
import { route } from '../http/route.ts';
import { idOf, Moment, PageQuery, pageOf } from '../http/schemas.ts';
import { LanguageTag } from '../titles/languageTag.ts';
import { addDub, moveDub } from './addDub.ts';
import { DubSettings } from './dubSettings.ts';
import { readDub } from './requireDub.ts';
import { DUB_KINDS, Dubs } from './tables.ts';

/** A dub, as the API shows it. */
export const Dub = z
  .object({
    id: z.uuid(),
    title: z.uuid(),
    source: z.uuid(),
    kind: z
      .enum(DUB_KINDS)
      .describe(
        'replacement: the film in its own language, with another face (GET /replacements/{replacement})',
      ),
    language: z.string(),
    settings: DubSettings,
    madeAt: Moment,
    version: z.int(),
  })
  .meta({ id: 'Dub' });

const NewDub = z.object({
  language: LanguageTag,
  source: idOf('sources').optional().describe('The newest source of the title when not given'),
  settings: DubSettings.default(DubSettings.parse({})),
});

const Changes = z
  .object({ settings: DubSettings, source: idOf('sources') })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, 'say what shall change');

/** Dubs: the language versions of a title. */
export const dubRoutes = [
  route({
    name: 'dubs.list',
    method: 'GET',
    path: '/titles/{title}/dubs',
    does: 'List the dubs and the replacements of a title',
    may: 'dubs:read',
    query: PageQuery.extend({ kind: z.enum(DUB_KINDS).optional() }),
    reply: pageOf(Dub),
    handle: ({ tx, params: { title }, query: { kind, ...page } }) =>
      readPage(tx, Dubs, page, { where: { title, ...(kind === undefined ? {} : { kind }) } }),
  }),
  route({
    name: 'dubs.create',
    method: 'POST',
    path: '/titles/{title}/dubs',
    does: 'Create a dub of a title in a language',
    may: 'dubs:create',
    body: NewDub,
    reply: Dub,
    handle: ({ tx, params, body }) => addDub(tx, params.title, body),
  }),
  route({
    name: 'dubs.read',
    method: 'GET',
    path: '/dubs/{dub}',
    does: 'Show a dub or a replacement',
    may: 'dubs:read',
    reply: Dub,
    handle: ({ tx, params }) => tx.findOneByOrFail(Dubs, { id: params.dub }),
  }),
  route({
    name: 'dubs.edit',
    method: 'PATCH',
    path: '/dubs/{dub}',
    does: 'Change how a dub is aligned, or which source it is made from while it has no takes',
    may: 'dubs:edit',
    edits: true,
    body: Changes,
    reply: Dub,
    handle: async ({ tx, params, expected, body }) => {
      await readDub(tx, params.dub, 'has no voice to align; PATCH /replacements/{replacement} changes it');
      if (body.source !== undefined) await moveDub(tx, params.dub, body.source);
      return edit(tx, Dubs, { id: params.dub, expected }, body);
    },
  }),
  route({
    name: 'dubs.delete',
    method: 'DELETE',
    path: '/dubs/{dub}',
    does: 'Delete a dub with everything that belongs to it',
    may: 'dubs:delete',
    handle: async ({ tx, params }) => {
      await tx.delete(Dubs, { id: params.dub });
    },
  }),
];
