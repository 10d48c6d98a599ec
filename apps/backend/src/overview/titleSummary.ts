import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { rows } from '../queue/rows.ts';
import { Sources } from '../titles/tables.ts';
import { countShots } from './countShots.ts';
import { Waiting, waitsOfDub, waitsOfSource, type DubProgress, type DubState } from './waiting.ts';

const count = z.int().min(0);
const Cost = z.number().nullable().describe('What it has cost; null for those who may not see runs');

/** How far a title is. */
export const TitleSummary = z
  .object({
    source: z
      .object({ id: z.uuid(), name: z.string(), state: z.enum(['waiting', 'analysing', 'ready', 'failed']) })
      .nullable()
      .describe('The one in use'),
    performers: count.describe('Those who may be dubbed'),
    dubs: z.array(
      z.object({
        dub: z.uuid(),
        language: z.string(),
        plan: z.enum(['making', 'ready', 'failed']).nullable(),
        shots: z
          .object({
            planned: count,
            rendering: count,
            failed: count,
            toReview: count,
            approved: count,
            sentBack: count,
          })
          .describe('Where the shots stand: those with a job by it, the others by their newest take'),
        workerSeconds: Cost,
        waits: z.array(Waiting),
      }),
    ),
    waits: z.array(Waiting),
    workerSeconds: Cost,
  })
  .meta({ id: 'TitleSummary' });

type Summary = z.input<typeof TitleSummary>;

/**
 * Sums up where a title stands, however many shots and dubs it has, in four statements. `costs` tells whether whoever
 * asks may see what it has cost.
 */
export async function titleSummary(tx: EntityManager, title: string, costs: boolean): Promise<Summary> {
  const source = await tx.findOne(Sources, {
    select: { id: true, name: true, state: true },
    where: { title },
    order: { id: 'DESC' },
  });
  const dubs = await dubsOf(tx, title);
  const shots = await countShots(tx, title);
  const [{ performers, seconds }] = await rows<{ readonly performers: number; readonly seconds: number }>(
    tx,
    `SELECT (SELECT count(*)::integer FROM performers
               WHERE source = $2 AND merged_into IS NULL AND NOT ignored) AS performers,
            (SELECT coalesce(sum(worker_seconds), 0) FROM runs JOIN jobs ON run = runs.id
               WHERE runs.title = $1) AS seconds`,
    [title, source?.id ?? null],
  );
  const waits = waitsOfSource(source?.state ?? null);
  const noDub = source !== null && dubs.length === 0;
  return {
    source,
    performers,
    dubs: dubs.map((dub) => showDub(dub, shots.get(dub.dub) ?? NO_SHOTS, costs)),
    waits: noDub ? [...waits, { for: 'producer', what: 'Create a dub', count: null }] : waits,
    workerSeconds: costs ? seconds : null,
  };
}

function showDub(
  { dub, language, workerSeconds, ...state }: Dub,
  shots: DubProgress,
  costs: boolean,
): Summary['dubs'][number] {
  const waits = waitsOfDub({ ...state, shots });
  return { dub, language, plan: state.plan, shots, waits, workerSeconds: costs ? workerSeconds : null };
}

const NO_SHOTS: DubProgress = { planned: 0, rendering: 0, failed: 0, toReview: 0, approved: 0, sentBack: 0 };

type Dub = Omit<DubState, 'shots'> & {
  readonly dub: string;
  readonly language: string;
  readonly workerSeconds: number;
};

const dubsOf = (tx: EntityManager, title: string): Promise<Dub[]> =>
  rows<Dub>(
    tx,
    `SELECT dubs.id AS dub, language,
       (SELECT count(*)::integer FROM stems WHERE stems.dub = dubs.id AND kind <> 'music-and-effects') AS stems,
       (SELECT count(*)::integer FROM scripts WHERE scripts.dub = dubs.id) AS scripts,
       (SELECT state FROM plans WHERE plans.dub = dubs.id ORDER BY id DESC LIMIT 1) AS plan,
       EXISTS (SELECT FROM deliveries WHERE deliveries.dub = dubs.id AND state = 'ready') AS delivered,
       (SELECT coalesce(sum(worker_seconds), 0) FROM runs JOIN jobs ON run = runs.id
          WHERE runs.dub = dubs.id) AS "workerSeconds"
     FROM dubs WHERE title = $1 ORDER BY dubs.id`,
    [title],
  );
