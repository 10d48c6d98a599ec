import { z } from 'zod';
import { readPage } from '../database/page.ts';
import { route } from '../http/route.ts';
import { idOf, Moment, PageQuery, pageOf } from '../http/schemas.ts';
import { addStem } from './addStem.ts';
import { editStem } from './editStem.ts';
import { STEM_KINDS, Stems } from './tables.ts';

const Stem = z
  .object({
    id: z.uuid(),
    dub: z.uuid(),
    kind: z.enum(STEM_KINDS),
    character: z.uuid().nullable().describe('Whose voice it is, when it is one character’s'),
    name: z.string(),
    sha256: z.string(),
    seconds: z.number(),
    madeAt: Moment,
    version: z.int(),
  })
  .meta({ id: 'Stem' });

const NewStem = z.object({
  upload: idOf('uploads'),
  kind: z.enum(STEM_KINDS).default('dialogue'),
  character: idOf('characters').nullable().default(null),
});

const Changes = z
  .object({
    kind: z.enum(STEM_KINDS),
    character: idOf('characters')
      .nullable()
      .describe('null: not one character’s; what is no dialogue is nobody’s'),
  })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, 'say what shall change');

/** Stems: the audio files of a dub. Dialogue stems are heard together, each with its character’s lines; a mix is used where there are none. */
export const stemRoutes = [
  route({
    name: 'stems.list',
    method: 'GET',
    path: '/dubs/{dub}/stems',
    does: 'List the audio files of a dub',
    may: 'stems:read',
    query: PageQuery,
    reply: pageOf(Stem),
    handle: ({ tx, params, query }) => readPage(tx, Stems, query, { where: { dub: params.dub } }),
  }),
  route({
    name: 'stems.create',
    method: 'POST',
    path: '/dubs/{dub}/stems',
    does: 'Use an upload as an audio file of a dub; it replaces one of the same kind and character',
    may: 'stems:create',
    body: NewStem,
    reply: Stem,
    handle: ({ tx, params, body }) => addStem(tx, params.dub, body),
  }),
  route({
    name: 'stems.edit',
    method: 'PATCH',
    path: '/stems/{stem}',
    does: 'Say what an audio file is, or whose voice; one that was just that becomes what this one was',
    may: 'stems:edit',
    edits: true,
    body: Changes,
    reply: Stem,
    handle: ({ tx, params, expected, body }) => editStem(tx, { id: params.stem, expected }, body),
  }),
  route({
    name: 'stems.delete',
    method: 'DELETE',
    path: '/stems/{stem}',
    does: 'Take an audio file away from its dub',
    may: 'stems:delete',
    handle: async ({ tx, params }) => {
      await tx.delete(Stems, { id: params.stem });
    },
  }),
];
