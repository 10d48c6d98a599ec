import { In, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { readPage, type Page, type PageRequest } from '../database/page.ts';
import { Moment } from '../http/schemas.ts';
import { outcomes } from '../pipeline/outcomes.ts';
import type { StageName } from '../pipeline/stages.ts';
import { JOB_STATES, type JobState } from '../queue/jobStates.ts';
import { Jobs, Workers, type JobRow } from '../queue/tables.ts';

/** Every state of a job. */
export const JobStateName = z.enum(Object.keys(JOB_STATES) as [JobState, ...JobState[]]);

/** Every stage of the pipeline. */
export const Stage = z.enum(Object.keys(outcomes) as [StageName, ...StageName[]]);

/** A job, as the API shows it. */
export const Job = z
  .object({
    id: z.uuid(),
    run: z.uuid(),
    stage: Stage,
    shot: z
      .int()
      .nullable()
      .describe('The number of its shot; null where the stage works on the film as a whole'),
    state: JobStateName,
    attempt: z.int(),
    progress: z
      .object({ done: z.int(), total: z.int().nullable(), unit: z.string().nullable() })
      .describe('How far it is; total is null while nobody knows'),
    worker: z.string().nullable().describe('The name of the worker that has it'),
    reason: z.string().nullable().describe('Why it failed'),
    hint: z.string().nullable().describe('What to do about it'),
    workerSeconds: z.number().describe('What it has cost'),
    startedAt: Moment.nullable(),
    endedAt: Moment.nullable(),
  })
  .meta({ id: 'Job' });

/** Everything of a job but its outcome, which may be long. */
const COLUMNS = [
  ...(['id', 'run', 'stage', 'shot', 'state', 'attempt', 'done', 'total', 'unit', 'worker'] as const),
  ...(['reason', 'hint', 'workerSeconds', 'startedAt', 'endedAt'] as const),
];

/** Reads a page of a run's jobs in the order in which they were made. */
export async function listJobs(
  tx: EntityManager,
  request: PageRequest,
  where: Pick<JobRow, 'run'> & Partial<Pick<JobRow, 'state' | 'stage'>>,
): Promise<Page<z.input<typeof Job>>> {
  const page = await readPage(tx, Jobs, request, { where, columns: COLUMNS });
  const ids = [...new Set(page.items.flatMap(({ worker }) => worker ?? []))];
  const workers = await tx.find(Workers, { select: { id: true, name: true }, where: { id: In(ids) } });
  const names = new Map(workers.map(({ id, name }) => [id, name]));
  const items = page.items.map(({ done, total, unit, worker, ...job }) => ({
    ...job,
    progress: { done, total, unit },
    worker: worker === null ? null : (names.get(worker) ?? null),
  }));
  return { ...page, items };
}
