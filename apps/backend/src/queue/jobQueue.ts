import { PgBoss } from 'pg-boss';
import type { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Capability } from '../pipeline/stages.ts';
import { rows, type Sql } from './rows.ts';

/** The schema of the queue engine's tables. */
export const SCHEMA = 'queue';

/** The channel on which workers are told to look again: for work, or whether what they do is still wanted. */
export const WAKE = 'mondwerk_jobs';

/** A place in the queue. */
export interface Place {
  readonly ticket: string;
  readonly job: string;
}

/** A job that shall get one. */
export interface Waiting {
  readonly id: string;
  readonly capability: Capability;
  readonly priority: number;
}

const DAY = 24 * 3600;
/** A ticket is tried once: when and how often a job is tried again is the runner's to say. */
const RULES = {
  retryLimit: 0,
  expireInSeconds: DAY,
  deleteAfterSeconds: DAY,
  retentionSeconds: 3650 * DAY,
} as const;

/**
 * The order in which jobs are done: our port over pg-boss. Whatever is asked of it happens in the caller's transaction,
 * so that a place in the queue and the row of its job cannot disagree.
 */
export class JobQueue {
  readonly #boss: PgBoss;

  private constructor(boss: PgBoss) {
    this.#boss = boss;
  }

  /** Opens it in a migrated database. One process at least must also `tidy` up what has been done. */
  static async open(
    database: DataSource,
    { tidy = false }: { readonly tidy?: boolean } = {},
  ): Promise<JobQueue> {
    const boss = new PgBoss({
      db: engineOn(database),
      schema: SCHEMA,
      migrate: false,
      supervise: tidy,
      schedule: false,
      registerInstance: false,
    });
    // What it cannot do now it tries again; its calls throw on their own.
    boss.on('error', () => undefined);
    await boss.start();
    return new JobQueue(boss);
  }

  /** Gives jobs a place, after so many seconds, and wakes the workers. Returns their tickets, in the same order. */
  async enqueue(tx: Sql, jobs: readonly Waiting[], afterSeconds = 0): Promise<string[]> {
    const tickets = jobs.map(({ id, capability, priority }) => ({
      capability,
      insert: { id: uuid(), data: { job: id }, priority, ...RULES, startAfter: afterSeconds },
    }));
    for (const capability of new Set(jobs.map((job) => job.capability))) {
      const those = tickets.filter((ticket) => ticket.capability === capability);
      await this.#boss.insert(
        capability,
        those.map(({ insert }) => insert),
        { db: engineOn(tx) },
      );
    }
    await wakeWorkers(tx);
    return tickets.map(({ insert }) => insert.id);
  }

  /** Takes the first place that asks for a capability; `undefined` when there is none. */
  async take(tx: Sql, capability: Capability): Promise<Place | undefined> {
    const [first] = await this.#boss.fetch<{ readonly job: string }>(capability, { db: engineOn(tx) });
    return first && { ticket: first.id, job: first.data.job };
  }

  /** Notes that what a ticket was for has been done. */
  async complete(tx: Sql, capability: Capability, ticket: string): Promise<void> {
    await this.#boss.complete(capability, ticket, undefined, { db: engineOn(tx) });
  }

  /** Notes that what a ticket was for could not be done. */
  async fail(tx: Sql, capability: Capability, ticket: string, reason: string): Promise<void> {
    await this.#boss.fail(capability, ticket, { reason }, { db: engineOn(tx) });
  }

  /** Takes places back, whether or not their work has begun. */
  async drop(tx: Sql, capability: Capability, tickets: readonly string[]): Promise<void> {
    if (tickets.length > 0) await this.#boss.cancel(capability, [...tickets], { db: engineOn(tx) });
  }

  /** Lets go of it; what is queued stays. */
  close(): Promise<void> {
    return this.#boss.stop({ graceful: false });
  }
}

/** Makes the workers look again, once the transaction is there. */
export async function wakeWorkers(tx: Sql): Promise<void> {
  await tx.query(`select pg_notify('${WAKE}', '')`);
}

/** Makes the engine's tables, or brings them up to date. */
export async function migrateQueue(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, schema: SCHEMA, supervise: false, schedule: false });
  boss.on('error', () => undefined);
  await boss.start();
  for (const capability of ['cpu', 'gpu'] satisfies Capability[]) await boss.createQueue(capability, RULES);
  await boss.stop({ graceful: false });
}

const engineOn = (sql: Sql) => ({
  executeSql: async (text: string, values?: unknown[]) => ({ rows: await rows(sql, text, values) }),
});
