import type { DataSource, EntityManager } from 'typeorm';
import { Refusal } from '@mondwerk/film';
import type { OutcomeOf } from '../pipeline/outcomes.ts';
import type { StageName } from '../pipeline/stages.ts';
import type { ClaimedJob } from './claimJob.ts';
import { tell } from './jobEvents.ts';
import type { JobQueue } from './jobQueue.ts';
import type { JobState } from './jobStates.ts';
import type { Limits } from './limits.ts';
import { enqueueJobs } from './makeJobs.ts';
import type { Listeners } from './recorders.ts';
import { rows } from './rows.ts';
import { Runner } from './runner.ts';
import { lockRun } from './runs.ts';
import type { RunRow } from './tables.ts';
import { SECONDS_AT_WORK } from './workTime.ts';

/** How an attempt came out: what its stage told, why it failed, or that its worker has to stop. */
export type Ending =
  { readonly outcome: OutcomeOf[StageName] } | { readonly error: unknown } | { readonly handedBack: true };

/** What it takes to end attempts. */
export interface SettleTools {
  readonly database: DataSource;
  readonly queue: JobQueue;
  readonly listeners: Listeners;
  readonly limits: Limits;
}

/**
 * Ends attempts of jobs: each in one transaction with what its noun records, its place in the queue and whatever can
 * start now. An attempt that is no longer its worker's changes nothing.
 */
export class Settler {
  readonly #tools: SettleTools;

  constructor(tools: SettleTools) {
    this.#tools = tools;
  }

  /** Returns whether the attempt still was its worker's. */
  settle(job: ClaimedJob, ending: Ending): Promise<boolean> {
    return this.#tools.database.transaction(async (tx) => {
      const run = await lockRun(tx, job.run, job.order).catch(noneIfGone);
      if (!run) return false;
      if ('outcome' in ending) return this.#finish(tx, run, job, ending.outcome);
      if ('error' in ending) return this.#fail(tx, run, job, ending.error);
      return this.#handBack(tx, job);
    });
  }

  async #finish(
    tx: EntityManager,
    run: RunRow,
    job: ClaimedJob,
    outcome: OutcomeOf[StageName],
  ): Promise<boolean> {
    const set = 'outcome = $5, done = coalesce(total, done), reason = null, hint = null';
    if (!(await leave(tx, job, 'done', set, JSON.stringify(outcome)))) return false;
    await this.#tools.queue.complete(tx, job.capability, job.ticket);
    await this.#tools.listeners.recorders[job.stage]?.(tx, run, job.shot, outcome as never);
    if (!(await othersOfStageGoOn(tx, job))) await this.#runner().advance(tx, run);
    return true;
  }

  async #fail(tx: EntityManager, run: RunRow, job: ClaimedJob, error: unknown): Promise<boolean> {
    const [before] = await rows<{ readonly failures: number }>(
      tx,
      'select failures from jobs where id = $1',
      [job.id],
    );
    const after = error instanceof Refusal ? undefined : this.#tools.limits.retryAfter[before?.failures ?? 0];
    const { reason, hint } = reasonOf(error);
    const set =
      'failures = failures + 1, reason = $5, hint = $6, first_error = coalesce(first_error, $5::text)';
    if (!(await leave(tx, job, after === undefined ? 'failed' : 'queued', set, reason, hint))) return false;
    await this.#tools.queue.fail(tx, job.capability, job.ticket, reason);
    if (after === undefined) await this.#runner().advance(tx, run);
    else await enqueueJobs(tx, this.#tools.queue, [job.id], after);
    return true;
  }

  async #handBack(tx: EntityManager, job: ClaimedJob): Promise<boolean> {
    if (!(await leave(tx, job, 'queued', 'attempt = attempt - 1'))) return false;
    await this.#tools.queue.complete(tx, job.capability, job.ticket);
    await enqueueJobs(tx, this.#tools.queue, [job.id]);
    return true;
  }

  #runner(): Runner {
    return new Runner(this.#tools.queue, this.#tools.listeners);
  }
}

/** Takes a job out of its worker's hands. Returns whether it was in them. */
async function leave(
  tx: EntityManager,
  job: ClaimedJob,
  state: JobState,
  set: string,
  ...values: readonly (string | null)[]
): Promise<boolean> {
  const [left] = await rows<{
    readonly done: number;
    readonly total: number | null;
    readonly unit: string | null;
  }>(
    tx,
    `update jobs set state = $4::text, ticket = null, ${set},
       ended_at = case when $4::text = 'queued' then null else clock_timestamp() end,
       worker_seconds = worker_seconds + ${SECONDS_AT_WORK}
     where id = $1 and ticket = $2 and worker = $3 and state = 'running' returning done, total, unit`,
    [job.id, job.ticket, job.worker, state, ...values],
  );
  if (!left) return false;
  const { organisation, title, dub, run, id, stage, shot } = job;
  await tell(tx, { kind: 'job', organisation, title, dub, run, job: id, stage, shot, state, ...left });
  return true;
}

async function othersOfStageGoOn(tx: EntityManager, { run, stage }: ClaimedJob): Promise<boolean> {
  const others = await rows(
    tx,
    `select id from jobs where run = $1 and stage = $2 and state in ('queued', 'running') limit 1`,
    [run, stage],
  );
  return others.length > 0;
}

function reasonOf(error: unknown): { readonly reason: string; readonly hint: string | null } {
  if (error instanceof Refusal) return { reason: error.message, hint: null };
  // PostgreSQL takes no text with a zero in it, and programs do say such things.
  const reason = (error instanceof Error ? error.message : String(error)).replaceAll('\0', '');
  return {
    reason: reason || 'It failed without a word.',
    hint: 'This was not foreseen: retry it, and look into the worker’s log if it fails again.',
  };
}

function noneIfGone(error: unknown): undefined {
  if (!(error instanceof Refusal)) throw error;
}
