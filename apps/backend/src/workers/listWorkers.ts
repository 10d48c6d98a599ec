import { IsNull, MoreThan, type EntityManager } from 'typeorm';
import { Workers, type WorkerRow } from '../queue/tables.ts';
import { rows } from '../queue/rows.ts';

/** A job that a worker has in hand. */
export interface JobInHand {
  readonly job: string;
  readonly run: string;
  readonly title: string;
  readonly stage: string;
  readonly shot: number | null;
  readonly done: number;
  readonly total: number | null;
  readonly unit: string | null;
}

/** A worker and what it is doing. */
export type WorkerAtWork = Omit<WorkerRow, 'capabilities'> & {
  readonly capabilities: string[];
  /** Jobs in hand, of all organisations. */
  readonly busy: number;
  /** Those of one organisation. */
  readonly doing: JobInHand[];
};

const DAY = 24 * 3600 * 1000;
const MOST = 500;

/** The living workers, the newest first; with `ended` also those that ended within a day. */
export async function listWorkers(
  tx: EntityManager,
  organisation: string,
  ended: boolean,
): Promise<WorkerAtWork[]> {
  const living = { endedAt: IsNull() };
  const lately = { endedAt: MoreThan(new Date(Date.now() - DAY)) };
  const workers = await tx.find(Workers, {
    where: ended ? [living, lately] : living,
    order: { id: 'DESC' },
    take: MOST,
  });
  const inHand = await rows<JobInHand & { readonly worker: string; readonly organisation: string }>(
    tx,
    `SELECT j.worker, j.organisation, j.id AS job, j.run, r.title, j.stage, j.shot, j.done, j.total, j.unit
     FROM jobs j JOIN runs r ON r.id = j.run
     WHERE j.state = 'running' AND j.worker = ANY($1) ORDER BY j.started_at`,
    [workers.map(({ id }) => id)],
  );
  const byWorker = Map.groupBy(inHand, ({ worker }) => worker);
  return workers.map((worker) => {
    const jobs = byWorker.get(worker.id) ?? [];
    return {
      ...worker,
      capabilities: [...worker.capabilities],
      busy: jobs.length,
      doing: jobs.filter((job) => job.organisation === organisation),
    };
  });
}
