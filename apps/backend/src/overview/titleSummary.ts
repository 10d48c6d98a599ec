import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { DONOR_MARK } from '../cast/tables.ts';
import { rows } from '../queue/rows.ts';
import { Sources } from '../titles/tables.ts';
import { DubStanding, dubsOfTitles } from './dubsOfTitles.ts';
import { Waiting, waitsOfTitle } from './waiting.ts';

const Cost = z.number().nullable().describe('What it has cost; null for those who may not see runs');

/** How far a title is. */
export const TitleSummary = z
  .object({
    source: z
      .object({ id: z.uuid(), name: z.string(), state: z.enum(['waiting', 'analysing', 'ready', 'failed']) })
      .nullable()
      .describe('The one in use'),
    performers: z.int().min(0).describe('Those who may be dubbed'),
    dubs: z.array(DubStanding.extend({ dub: z.uuid(), workerSeconds: Cost })),
    waits: z.array(Waiting),
    workerSeconds: Cost,
  })
  .meta({ id: 'TitleSummary' });

type Summary = z.input<typeof TitleSummary>;

/**
 * Sums up where a title stands, however many shots and dubs it has, in five statements. `costs` tells whether whoever
 * asks may see what it has cost.
 */
export async function titleSummary(tx: EntityManager, title: string, costs: boolean): Promise<Summary> {
  const source = await tx.findOne(Sources, {
    select: { id: true, name: true, state: true },
    where: { title },
    order: { id: 'DESC' },
  });
  const dubs = await dubsOfTitles(tx, [title]);
  const [{ performers }] = await rows<{ readonly performers: number }>(
    tx,
    `SELECT count(*)::integer AS performers FROM performers
     WHERE source = $1 AND merged_into IS NULL AND NOT ignored
       AND (NOT starts_with(mark, $2) OR EXISTS (SELECT FROM face_tracks WHERE performer = performers.id))`,
    [source?.id ?? null, DONOR_MARK],
  );
  const costOf = costs ? await costsOf(tx, title) : () => null;
  return {
    source,
    performers,
    dubs: dubs.map(({ id, kind, language, plan, shots, waits }) => ({
      ...{ dub: id, kind, language, plan, shots, waits },
      workerSeconds: costOf(id),
    })),
    waits: waitsOfTitle(source?.state ?? null, dubs.length),
    workerSeconds: costOf('all'),
  };
}

/** What each dub of a title has cost, and all of it. */
async function costsOf(tx: EntityManager, title: string): Promise<(what: string) => number> {
  const sums = await rows<{ readonly dub: string | null; readonly seconds: number }>(
    tx,
    `SELECT dub, sum(worker_seconds) AS seconds FROM runs JOIN jobs ON run = runs.id
     WHERE runs.title = $1 GROUP BY dub`,
    [title],
  );
  const all = sums.reduce((sum, { seconds }) => sum + seconds, 0);
  return (what) => (what === 'all' ? all : (sums.find(({ dub }) => dub === what)?.seconds ?? 0));
}
