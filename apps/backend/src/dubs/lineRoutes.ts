import { z } from 'zod';
import { readPage } from '../database/page.ts';
import { route } from '../http/route.ts';
import { idOf, PageQuery, pageOf } from '../http/schemas.ts';
import { editLine, editManyLines } from './editLines.ts';
import { Lines } from './tables.ts';

const Line = z
  .object({
    id: z.uuid(),
    script: z.uuid(),
    index: z.int().describe('Its number in the script, from 0'),
    start: z.number().nullable().describe('Seconds from the first frame; null in a script without times'),
    end: z.number().nullable(),
    text: z.string(),
    character: z.uuid().nullable(),
    offScreen: z.boolean().describe('Said by nobody who is seen: no mouth is touched'),
    version: z.int(),
  })
  .meta({ id: 'Line' });

const Speaker = {
  character: idOf('characters').nullable().optional(),
  offScreen: z.boolean().optional(),
};

const hasChanges = (changes: object): boolean =>
  Object.values(changes).some((change) => change !== undefined);

const Changes = z
  .object({
    ...Speaker,
    text: z
      .string()
      .trim()
      .max(2000)
      .refine((text) => /[\p{L}\p{N}]/u.test(text), 'must have words')
      .optional(),
    times: z
      .object({ start: z.number().min(0), end: z.number().min(0) })
      .refine(({ start, end }) => start < end, 'must begin before it ends')
      .nullable()
      .optional(),
  })
  .refine(hasChanges, 'say what shall change');

/** Lines: the events of a script. What is changed of them counts for the next plan. */
export const lineRoutes = [
  route({
    name: 'lines.list',
    method: 'GET',
    path: '/scripts/{script}/lines',
    does: 'List the lines of a script in their order',
    may: 'lines:read',
    query: PageQuery,
    reply: pageOf(Line),
    handle: ({ tx, params, query }) =>
      readPage(tx, Lines, query, { where: { script: params.script }, by: 'index' }),
  }),
  route({
    name: 'lines.edit',
    method: 'PATCH',
    path: '/lines/{line}',
    does: 'Change what a line says, when, and who says it',
    may: 'lines:edit',
    edits: true,
    body: Changes,
    reply: Line,
    handle: ({ tx, params, expected, body }) => editLine(tx, { id: params.line, expected }, body),
  }),
  route({
    name: 'lines.editMany',
    method: 'PATCH',
    path: '/scripts/{script}/lines',
    does: 'Say of many lines at once who says them, or that nobody is seen saying them',
    may: 'lines:edit',
    body: z
      .object({ lines: z.array(idOf('lines')).min(1).max(10_000), ...Speaker })
      .refine(({ character, offScreen }) => hasChanges({ character, offScreen }), 'say what shall change'),
    reply: z.object({ changed: z.int() }),
    handle: async ({ tx, params, body: { lines, ...changes } }) => ({
      changed: await editManyLines(tx, params.script, lines, changes),
    }),
  }),
];
