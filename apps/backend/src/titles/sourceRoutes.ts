import { z } from 'zod';
import { readPage } from '../database/page.ts';
import { route } from '../http/route.ts';
import { Moment, PageQuery, pageOf } from '../http/schemas.ts';
import { outcomes } from '../pipeline/outcomes.ts';
import { analyseAgain } from './analyse.ts';
import { Shots, Sources, type SourceRow } from './tables.ts';

/** A performer, with the name that they had then. */
const Named = z.object({ id: z.uuid(), name: z.string() });

/** A source, as the API shows it. */
export const Source = z
  .object({
    id: z.uuid(),
    title: z.uuid(),
    name: z.string(),
    sha256: z.string(),
    bytes: z.int(),
    state: z.enum(['waiting', 'analysing', 'ready', 'failed']),
    problem: z.string().nullable().describe('Why it cannot be used'),
    facts: outcomes.probe.nullable().describe('What was found in it; null until it has been looked into'),
    viewing: z
      .object({ bytes: z.int(), sheets: z.int(), sound: z.boolean() })
      .nullable()
      .describe('The size of its proxy, how many sheets of thumbnails and whether sound peaks there are'),
    madeFrom: z
      .object({
        delivery: z.uuid(),
        number: z.int().describe('Of the delivery in its title'),
        replaced: z
          .array(z.object({ replaced: Named, shown: Named }))
          .describe('Whose heads have whose faces'),
      })
      .nullable()
      .describe('The delivered replacement that it is; null where it was brought'),
    madeAt: Moment,
    version: z.int(),
  })
  .meta({ id: 'Source' });

/** Shows a source; where its files lie is nobody's business. */
export const showSource = (row: SourceRow): z.input<typeof Source> => ({
  ...row,
  madeFrom: row.madeFrom && {
    ...row.madeFrom,
    replaced: row.madeFrom.replaced.map(({ replaced, shown, told }) => ({
      replaced: { id: replaced, name: told.replaced },
      shown: { id: shown, name: told.shown },
    })),
  },
  viewing: row.proxy && {
    bytes: row.proxy.proxy.bytes,
    sheets: row.proxy.thumbnails.sheets.length,
    sound: row.proxy.peaks !== null,
  },
});

const Shot = z
  .object({ id: z.uuid(), index: z.int(), start: z.int(), end: z.int() })
  .meta({ id: 'Shot', description: 'The frames from start up to, not including, end, between two cuts' });

const Analysis = z.object({
  burnTimecode: z.boolean().default(false).describe('Write the timecode into the picture of the proxy'),
  reason: z.string().trim().min(1).max(500).optional(),
});

/** Sources: the picture and original sound of titles. */
export const sourceRoutes = [
  route({
    name: 'sources.list',
    method: 'GET',
    path: '/titles/{title}/sources',
    does: 'List the sources of a title, the newest, which is the one in use, first',
    may: 'sources:read',
    query: PageQuery,
    reply: pageOf(Source),
    handle: async ({ tx, params, query }) => {
      const page = await readPage(tx, Sources, query, { where: { title: params.title }, newestFirst: true });
      return { ...page, items: page.items.map(showSource) };
    },
  }),
  route({
    name: 'sources.read',
    method: 'GET',
    path: '/sources/{source}',
    does: 'Show a source and how far its analysis is',
    may: 'sources:read',
    reply: Source,
    handle: async ({ tx, params }) => showSource(await tx.findOneByOrFail(Sources, { id: params.source })),
  }),
  route({
    name: 'sources.analyse',
    method: 'POST',
    path: '/sources/{source}/analyses',
    does: 'Analyse a source again: one that failed goes on where it stopped',
    may: 'sources:edit',
    body: Analysis,
    reply: z.object({ id: z.uuid().describe('The run'), state: z.string() }),
    handle: async ({ tx, params, body, actor }, { runner }) => {
      const source = await tx.findOneByOrFail(Sources, { id: params.source });
      return analyseAgain(tx, runner, source, { ...body, askedBy: actor.person });
    },
  }),
  route({
    name: 'shots.list',
    method: 'GET',
    path: '/sources/{source}/shots',
    does: 'List the shots of a source in their order',
    may: 'shots:read',
    query: PageQuery,
    reply: pageOf(Shot),
    handle: ({ tx, params, query }) =>
      readPage(tx, Shots, query, { where: { source: params.source }, by: 'index' }),
  }),
];
