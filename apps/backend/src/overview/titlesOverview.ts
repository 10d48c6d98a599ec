import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Page } from '../database/page.ts';
import { Moment } from '../http/schemas.ts';
import { outcomes } from '../pipeline/outcomes.ts';
import { rows } from '../queue/rows.ts';
import { listTitles, type TitlesQuery } from '../titles/listTitles.ts';
import { DubStanding, dubsOfTitles } from './dubsOfTitles.ts';
import { Waiting, waitsOfTitle } from './waiting.ts';

const Source = z.object({
  id: z.uuid(),
  name: z.string(),
  state: z.enum(['waiting', 'analysing', 'ready', 'failed']),
  problem: z.string().nullable().describe('Why it cannot be used'),
  facts: outcomes.probe
    .pick({ width: true, height: true, frames: true, rate: true, seconds: true })
    .nullable()
    .describe('What was found in it; null until it has been looked into'),
  thumbnails: z.boolean().describe('Whether there are any to be shown'),
});

/** A title at a glance. */
export const TitleAtAGlance = z
  .object({
    id: z.uuid(),
    name: z.string(),
    language: z.string().nullable(),
    archivedAt: Moment.nullable(),
    madeAt: Moment,
    version: z.int(),
    source: Source.nullable().describe('The one in use'),
    dubs: z.array(DubStanding.extend({ id: z.uuid() })),
    waits: z.array(Waiting),
  })
  .meta({ id: 'TitleAtAGlance' });

/** Reads a page of titles with their films and how far their dubs are, in four statements. */
export async function titlesOverview(
  tx: EntityManager,
  organisation: string,
  query: z.output<typeof TitlesQuery>,
): Promise<Page<z.input<typeof TitleAtAGlance>>> {
  const page = await listTitles(tx, organisation, query);
  const ids = page.items.map(({ id }) => id);
  const sources = new Map((await newestSources(tx, ids)).map(({ title, ...source }) => [title, source]));
  const dubs = Map.groupBy(await dubsOfTitles(tx, ids), ({ title }) => title);
  const items = page.items.map((title) => {
    const [source, own] = [sources.get(title.id) ?? null, dubs.get(title.id) ?? []];
    return { ...title, source, dubs: own, waits: waitsOfTitle(source?.state ?? null, own.length) };
  });
  return { ...page, items };
}

type Found = z.input<typeof Source> & { readonly title: string };

const newestSources = (tx: EntityManager, titles: readonly string[]): Promise<Found[]> =>
  rows<Found>(
    tx,
    `SELECT DISTINCT ON (title) title, id, name, state, problem, facts, proxy IS NOT NULL AS thumbnails
     FROM sources WHERE title = ANY ($1) ORDER BY title, id DESC`,
    [titles],
  );
