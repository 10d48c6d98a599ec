import { z } from 'zod';
import { readPage } from '../database/page.ts';
import { route } from '../http/route.ts';
import { idOf, PageQuery, pageOf } from '../http/schemas.ts';
import { LanguageTag } from '../titles/languageTag.ts';
import { AS_SAID, lineSettingFields, lineSettings } from '../pipeline/lineSettings.ts';
import { editLine, editManyLines } from './editLines.ts';
import { Lines, type LineRow } from './tables.ts';

const LIP_MARKS = ['in-open', 'in-close', 'mpb', 'neutral', 'out-open', 'out-close'] as const;

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
    onScreen: z
      .enum(['on', 'off', 'on-off', 'off-on'])
      .nullable()
      .describe('What the script says: whether the speaker is seen throughout, never, first or last'),
    language: z.string().nullable().describe('Where it is said in another language than the script’s'),
    marks: z
      .array(z.object({ kind: z.enum(LIP_MARKS), at: z.number() }))
      .readonly()
      .nullable()
      .describe('What people marked by hand of the lips, in seconds from the first frame'),
    settings: lineSettings.describe('How its mouth shall differ from what the voice says'),
    version: z.int(),
  })
  .meta({ id: 'Line' });

const showLine = (line: LineRow): z.input<typeof Line> => ({
  ...line,
  settings: line.settings ?? AS_SAID,
});

const Speaker = {
  character: idOf('characters').nullable().optional(),
  offScreen: z.boolean().optional(),
};

const hasChanges = (changes: object): boolean =>
  Object.values(changes).some((change) => change !== undefined);

const Settings = z.strictObject(lineSettingFields).partial().refine(hasChanges, 'say what shall change');

/** Sounds are numbered line by line, so of many lines at once edits can only be taken back. */
const SettingsOfMany = z
  .strictObject({ ...lineSettingFields, cues: lineSettingFields.cues.max(0) })
  .partial()
  .refine(hasChanges, 'say what shall change');

const Changes = z
  .object({
    ...Speaker,
    settings: Settings.optional().describe('What is not given stays as it is'),
    language: LanguageTag.nullable().optional().describe('null: the script’s own'),
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
    handle: async ({ tx, params, query }) => {
      const page = await readPage(tx, Lines, query, { where: { script: params.script }, by: 'index' });
      return { ...page, items: page.items.map(showLine) };
    },
  }),
  route({
    name: 'lines.edit',
    method: 'PATCH',
    path: '/lines/{line}',
    does: 'Change what a line says, when, who says it, and how the mouth says it',
    may: 'lines:edit',
    edits: true,
    body: Changes,
    reply: Line,
    handle: async ({ tx, params, expected, body }) =>
      showLine(await editLine(tx, { id: params.line, expected }, body)),
  }),
  route({
    name: 'lines.editMany',
    method: 'PATCH',
    path: '/scripts/{script}/lines',
    does: 'Say of many lines at once who says them, that nobody is seen saying them, or how their mouths shall be',
    may: 'lines:edit',
    body: z
      .object({
        lines: z.array(idOf('lines')).min(1).max(10_000),
        ...Speaker,
        settings: SettingsOfMany.optional().describe('What is not given stays as it is'),
      })
      .refine(
        ({ character, offScreen, settings }) => hasChanges({ character, offScreen, settings }),
        'say what shall change',
      ),
    reply: z.object({ changed: z.int() }),
    handle: async ({ tx, params, body: { lines, ...changes } }) => ({
      changed: await editManyLines(tx, params.script, lines, changes),
    }),
  }),
];
