import { z } from 'zod';
import { edit } from '../database/edit.ts';
import { route } from '../http/route.ts';
import { Moment, pageOf } from '../http/schemas.ts';
import { addTitle } from './addTitle.ts';
import { LanguageTag } from './languageTag.ts';
import { listTitles, TitlesQuery } from './listTitles.ts';
import { Titles } from './tables.ts';

const Name = z.string().trim().min(1).max(200);

const Commercial = z
  .boolean()
  .describe('Whether it is made to earn money: then networks whose licences forbid that are not used for it');

/** A title, as the API shows it. */
export const Title = z
  .object({
    id: z.uuid(),
    name: z.string(),
    language: z.string().nullable(),
    commercial: Commercial,
    archivedAt: Moment.nullable(),
    madeAt: Moment,
    version: z.int(),
  })
  .meta({ id: 'Title' });

const NewTitle = z.object({
  name: Name,
  language: LanguageTag.nullable().default(null),
  commercial: Commercial.default(true),
});

const TitleChanges = z
  .object({ name: Name, language: LanguageTag.nullable(), commercial: Commercial, archived: z.boolean() })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, 'say what shall change');

/** Titles: films and episodes. */
export const titleRoutes = [
  route({
    name: 'titles.list',
    method: 'GET',
    path: '/titles',
    does: 'List the titles of the organisation, the newest first; `name` finds those whose name has it in it',
    may: 'titles:read',
    query: TitlesQuery,
    reply: pageOf(Title),
    handle: ({ tx, actor, query }) => listTitles(tx, actor.organisation, query),
  }),
  route({
    name: 'titles.create',
    method: 'POST',
    path: '/titles',
    does: 'Create a title',
    may: 'titles:create',
    body: NewTitle,
    reply: Title,
    handle: ({ tx, actor: { organisation }, body }) => addTitle(tx, { organisation, ...body }),
  }),
  route({
    name: 'titles.read',
    method: 'GET',
    path: '/titles/{title}',
    does: 'Show a title',
    may: 'titles:read',
    reply: Title,
    handle: ({ tx, params }) => tx.findOneByOrFail(Titles, { id: params.title }),
  }),
  route({
    name: 'titles.edit',
    method: 'PATCH',
    path: '/titles/{title}',
    does: 'Rename a title, say its language, archive it or bring it back',
    may: 'titles:edit',
    edits: true,
    body: TitleChanges,
    reply: Title,
    handle: ({ tx, params, expected, body: { archived, ...changes } }) =>
      edit(
        tx,
        Titles,
        { id: params.title, expected },
        {
          ...changes,
          ...(archived === undefined ? {} : { archivedAt: archived ? new Date() : null }),
        },
      ),
  }),
  route({
    name: 'titles.delete',
    method: 'DELETE',
    path: '/titles/{title}',
    does: 'Delete a title with everything that belongs to it',
    may: 'titles:delete',
    handle: async ({ tx, params }) => {
      await tx.delete(Titles, { id: params.title });
    },
  }),
];
