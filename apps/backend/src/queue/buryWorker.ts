import type { EntityManager } from 'typeorm';
import type { Capability } from '../pipeline/stages.ts';
import type { JobQueue } from './jobQueue.ts';
import type { Limits } from './limits.ts';
import { dropPlaces, enqueueJobs } from './makeJobs.ts';
import type { SettleTools } from './settleJob.ts';
import { rows, type Sql } from './rows.ts';
import { Runner } from './runner.ts';
import { lockRun } from './runs.ts';
import { workerLock } from './workerLock.ts';
import { SECONDS_AT_WORK } from './workTime.ts';

/** The workers that seem dead: nobody holds their lock, or they have ended and still have jobs. */
export async function findSilent(sql: Sql): Promise<ReadonlySet<string>> {
  const silent = await rows<{ readonly id: string }>(
    sql,
    `select id from workers where ended_at is null and pg_try_advisory_xact_lock(${workerLock('id')})
     union select worker from jobs join workers on workers.id = jobs.worker
     where jobs.state = 'running' and workers.ended_at is not null`,
  );
  return new Set(silent.map(({ id }) => id));
}

/** Writes down that a worker is dead, unless it is alive after all, and hands its jobs to others. */
export function buryWorker(
  { database, queue, listeners, limits }: SettleTools,
  worker: string,
): Promise<void> {
  return database.transaction(async (tx) => {
    const [{ free }] = await rows<{ readonly free: boolean }>(
      tx,
      `select pg_try_advisory_xact_lock(${workerLock('$1')}) as free`,
      [worker],
    );
    if (!free) return;
    await tx.query('update workers set ended_at = coalesce(ended_at, now()) where id = $1', [worker]);
    const runs = await rows<{ readonly run: string }>(
      tx,
      `select distinct run from jobs where worker = $1 and state = 'running' order by run`,
      [worker],
    );
    for (const { run } of runs) {
      const locked = await lockRun(tx, run);
      if (await takeJobs(tx, queue, { worker, run, limits }))
        await new Runner(queue, listeners).advance(tx, locked);
    }
  });
}

/** Returns whether one of them has now been the end of too many workers, and failed. */
async function takeJobs(
  tx: EntityManager,
  queue: JobQueue,
  { worker, run, limits }: { readonly worker: string; readonly run: string; readonly limits: Limits },
): Promise<boolean> {
  const taken = await rows<{ id: string; capability: Capability; ticket: string | null; failed: boolean }>(
    tx,
    `update jobs set deaths = deaths + 1, ticket = null, worker_seconds = worker_seconds + ${SECONDS_AT_WORK},
       state = case when deaths + 1 >= $3 then 'failed' else 'queued' end,
       ended_at = case when deaths + 1 >= $3 then clock_timestamp() end,
       reason = case when deaths + 1 >= $3 then $4 else reason end
     from (select id, ticket from jobs where worker = $1 and run = $2 and state = 'running' for update) before
     where jobs.id = before.id
     returning jobs.id, jobs.capability, before.ticket, jobs.state = 'failed' as failed`,
    [
      worker,
      run,
      limits.deaths,
      `${limits.deaths} workers died while they were at it, most likely for want of memory: give workers more of it, or let them do fewer jobs at once, then retry.`,
    ],
  );
  await dropPlaces(tx, queue, taken);
  await enqueueJobs(
    tx,
    queue,
    taken.filter(({ failed }) => !failed).map(({ id }) => id),
  );
  return taken.some(({ failed }) => failed);
}
