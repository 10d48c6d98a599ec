import type { EntityManager, FindOptionsWhere } from 'typeorm';
import { z } from 'zod';
import { readPage, type Page, type PageRequest } from '../database/page.ts';
import { Moment } from '../http/schemas.ts';
import { SENTENCES, type Act } from '../pipeline/stages.ts';
import { RUN_STATES, type RunState } from '../queue/jobStates.ts';
import { rows } from '../queue/rows.ts';
import { Runs, type RunRow } from '../queue/tables.ts';

/** A run, as the API shows it. */
export const Run = z
  .object({
    id: z.uuid(),
    act: z.enum(Object.keys(SENTENCES) as [Act, ...Act[]]),
    title: z.uuid(),
    dub: z.uuid().nullable(),
    delivery: z.uuid().nullable(),
    state: z.enum(Object.keys(RUN_STATES) as [RunState, ...RunState[]]),
    priority: z.int().describe('Higher goes first'),
    reason: z.string().nullable().describe('Why it stands as it does'),
    askedBy: z.uuid().nullable(),
    jobs: z
      .object({ all: z.int(), done: z.int(), running: z.int(), failed: z.int() })
      .describe('How many there are so far; stages that work shot by shot add theirs when it is their turn'),
    workerSeconds: z.number().describe('What it has cost'),
    madeAt: Moment,
    endedAt: Moment.nullable(),
  })
  .meta({ id: 'Run' });

type Shown = z.input<typeof Run>;

/** Everything of a run but its order, which may be long. */
const COLUMNS = [
  ...(['id', 'act', 'title', 'dub', 'delivery', 'state', 'priority'] as const),
  ...(['reason', 'askedBy', 'madeAt', 'endedAt'] as const),
];

/** Reads a page of runs, the newest first. */
export async function listRuns(
  tx: EntityManager,
  request: PageRequest,
  where: FindOptionsWhere<RunRow>,
): Promise<Page<Shown>> {
  const page = await readPage(tx, Runs, request, { where, newestFirst: true, columns: COLUMNS });
  return { ...page, items: await showRuns(tx, page.items) };
}

/** Shows one run. */
export async function showRun(tx: EntityManager, id: string): Promise<Shown> {
  const page = await listRuns(tx, { limit: 1 }, { id });
  return page.items[0];
}

interface Tally {
  readonly run: string;
  readonly all: number;
  readonly done: number;
  readonly running: number;
  readonly failed: number;
  readonly seconds: number;
}

async function showRuns(tx: EntityManager, runs: readonly RunRow[]): Promise<Shown[]> {
  const tallies = await rows<Tally>(
    tx,
    `SELECT run, count(*)::integer AS "all", sum(worker_seconds) AS seconds,
       (count(*) FILTER (WHERE state = 'done'))::integer AS done,
       (count(*) FILTER (WHERE state = 'running'))::integer AS running,
       (count(*) FILTER (WHERE state = 'failed'))::integer AS failed
     FROM jobs WHERE run = ANY ($1) GROUP BY run`,
    [runs.map(({ id }) => id)],
  );
  const byRun = new Map(tallies.map((tally) => [tally.run, tally]));
  return runs.map((run) => {
    const { all = 0, done = 0, running = 0, failed = 0, seconds = 0 } = byRun.get(run.id) ?? {};
    return { ...run, jobs: { all, done, running, failed }, workerSeconds: seconds };
  });
}
