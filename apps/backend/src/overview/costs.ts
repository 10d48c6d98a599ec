import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { DUB_KINDS } from '../dubs/tables.ts';
import { rows } from '../queue/rows.ts';
import { Run } from '../runs/showRuns.ts';
import { Stage } from '../runs/showJobs.ts';

const seconds = z.number().describe('Seconds that workers were at it');

/** What a title has cost. */
export const TitleCosts = z
  .object({
    workerSeconds: seconds,
    acts: z.array(z.object({ act: Run.shape.act, runs: z.int(), workerSeconds: seconds })),
    dubs: z.array(
      z.object({ dub: z.uuid(), kind: z.enum(DUB_KINDS), language: z.string(), workerSeconds: seconds }),
    ),
  })
  .meta({ id: 'TitleCosts' });

/** What a dub has cost. */
export const DubCosts = z
  .object({
    workerSeconds: seconds,
    stages: z.array(z.object({ stage: Stage, jobs: z.int(), workerSeconds: seconds })),
    shots: z
      .array(z.object({ index: z.int(), workerSeconds: seconds }))
      .describe('The shots that were rendered, in their order, over all their takes'),
  })
  .meta({ id: 'DubCosts' });

const sum = (costs: readonly { readonly workerSeconds: number }[]): number =>
  costs.reduce((all, { workerSeconds }) => all + workerSeconds, 0);

/** Sums up what a title has cost, by act and by dub. */
export async function titleCosts(tx: EntityManager, title: string): Promise<z.input<typeof TitleCosts>> {
  const acts = await rows<z.input<typeof TitleCosts>['acts'][number]>(
    tx,
    `SELECT act, count(DISTINCT runs.id)::integer AS runs, coalesce(sum(worker_seconds), 0) AS "workerSeconds"
     FROM runs LEFT JOIN jobs ON jobs.run = runs.id WHERE runs.title = $1 GROUP BY act ORDER BY act`,
    [title],
  );
  const dubs = await rows<z.input<typeof TitleCosts>['dubs'][number]>(
    tx,
    `SELECT dubs.id AS dub, kind, language, coalesce(sum(worker_seconds), 0) AS "workerSeconds"
     FROM dubs LEFT JOIN runs ON runs.dub = dubs.id LEFT JOIN jobs ON jobs.run = runs.id
     WHERE dubs.title = $1 GROUP BY dubs.id ORDER BY dubs.id`,
    [title],
  );
  return { workerSeconds: sum(acts), acts, dubs };
}

/** Sums up what a dub has cost, by stage and by shot. */
export async function dubCosts(tx: EntityManager, dub: string): Promise<z.input<typeof DubCosts>> {
  const stages = await rows<z.input<typeof DubCosts>['stages'][number]>(
    tx,
    `SELECT stage, count(*)::integer AS jobs, sum(worker_seconds) AS "workerSeconds"
     FROM runs JOIN jobs ON jobs.run = runs.id WHERE runs.dub = $1 GROUP BY stage ORDER BY stage`,
    [dub],
  );
  const shots = await rows<z.input<typeof DubCosts>['shots'][number]>(
    tx,
    `SELECT shot AS index, sum(worker_seconds) AS "workerSeconds"
     FROM runs JOIN jobs ON jobs.run = runs.id WHERE runs.dub = $1 AND shot IS NOT NULL
     GROUP BY shot ORDER BY shot`,
    [dub],
  );
  return { workerSeconds: sum(stages), stages, shots };
}
