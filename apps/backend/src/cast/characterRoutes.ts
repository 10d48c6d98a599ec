import { Refusal } from '@mondwerk/film';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { edit } from '../database/edit.ts';
import { readPage } from '../database/page.ts';
import { route } from '../http/route.ts';
import { idOf, Moment, PageQuery, pageOf } from '../http/schemas.ts';
import { Characters, Performers } from './tables.ts';

const Name = z.string().trim().min(1).max(200);

const Character = z
  .object({
    id: z.uuid(),
    title: z.uuid(),
    name: z.string(),
    performer: z.uuid().nullable().describe('Who plays the part; null while nobody has said'),
    offScreen: z.boolean().describe('Never seen speaking: a narrator, a voice on the telephone'),
    madeAt: Moment,
    version: z.int(),
  })
  .meta({ id: 'Character' });

const NewCharacter = z.object({
  name: Name,
  performer: idOf('performers').nullable().default(null),
  offScreen: z.boolean().default(false),
});

const Changes = z
  .object({ name: Name, performer: idOf('performers').nullable(), offScreen: z.boolean() })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, 'say what shall change');

/** Characters: the parts of a title and who plays them. */
export const characterRoutes = [
  route({
    name: 'characters.list',
    method: 'GET',
    path: '/titles/{title}/characters',
    does: 'List the characters of a title',
    may: 'characters:read',
    query: PageQuery,
    reply: pageOf(Character),
    handle: ({ tx, params, query }) => readPage(tx, Characters, query, { where: { title: params.title } }),
  }),
  route({
    name: 'characters.create',
    method: 'POST',
    path: '/titles/{title}/characters',
    does: 'Create a character; those that a script names are there already',
    may: 'characters:create',
    body: NewCharacter,
    reply: Character,
    handle: async ({ tx, params: { title }, actor: { organisation }, body }) => {
      await checkCharacter(tx, title, body);
      return tx.save(Characters, { id: newId(), organisation, title, ...body });
    },
  }),
  route({
    name: 'characters.edit',
    method: 'PATCH',
    path: '/characters/{character}',
    does: 'Rename a character, say who plays it, or that it is never seen speaking',
    may: 'characters:edit',
    edits: true,
    body: Changes,
    reply: Character,
    handle: async ({ tx, params: { character: id }, expected, body }) => {
      const { title } = await tx.findOneByOrFail(Characters, { id });
      await checkCharacter(tx, title, body, id);
      return edit(tx, Characters, { id, expected }, body);
    },
  }),
  route({
    name: 'characters.delete',
    method: 'DELETE',
    path: '/characters/{character}',
    does: 'Delete a character; its lines are nobody’s then',
    may: 'characters:delete',
    handle: async ({ tx, params }) => {
      await tx.delete(Characters, { id: params.character });
    },
  }),
];

interface Wanted {
  readonly name?: string | undefined;
  readonly performer?: string | null | undefined;
}

async function checkCharacter(
  tx: EntityManager,
  title: string,
  { name, performer }: Wanted,
  own?: string,
): Promise<void> {
  // Whoever names a character meanwhile waits until this transaction has ended.
  if (name !== undefined) await tx.query('SELECT FROM titles WHERE id = $1 FOR UPDATE', [title]);
  const namesake = name === undefined ? null : await tx.findOneBy(Characters, { title, name });
  if (namesake !== null && namesake.id !== own) {
    throw new Refusal(
      'conflict',
      `There is a character ${name} already: take another name, or use that one.`,
    );
  }
  if (performer === undefined || performer === null) return;
  const cast = await tx.findOneByOrFail(Performers, { id: performer });
  if (cast.title !== title) {
    throw new Refusal(
      'request-invalid',
      `${cast.name} is a performer of another title: choose one of this one.`,
    );
  }
  if (cast.mergedInto !== null) {
    throw new Refusal('conflict', `${cast.name} was merged with another performer: choose that one.`);
  }
}
