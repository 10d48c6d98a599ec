import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import type { Capability } from '../pipeline/stages.ts';
import { WAKE } from './jobQueue.ts';
import { workerLock } from './workerLock.ts';

/** What a worker says of itself. */
export interface WorkerCard {
  readonly name: string;
  readonly host: string;
  readonly capabilities: readonly Capability[];
  readonly concurrency: number;
  readonly version: string;
}

/** What a worker wants to hear. */
export interface LeaseEars {
  /** There may be work, or what it does may no longer be wanted. */
  wake(): void;
}

const BACK_WITHIN_MS = 200;
const SEEN_EVERY_MS = 5000;
const ANSWER_WITHIN_MS = 10_000;

/**
 * A worker's sign of life: a lock on a connection of its own, which it makes anew whenever it breaks. Whoever was taken
 * for dead meanwhile goes on as a new worker.
 */
export class WorkerLease {
  readonly #url: string;
  readonly #card: WorkerCard;
  readonly #ears: LeaseEars;
  readonly #stop = new AbortController();
  #id = uuid();
  #client: pg.Client | undefined;
  #kept: Promise<void> = Promise.resolve();

  private constructor(url: string, card: WorkerCard, ears: LeaseEars) {
    this.#url = url;
    this.#card = card;
    this.#ears = ears;
  }

  /** Registers a worker. @throws the driver's error when the database cannot be reached. */
  static async open(url: string, card: WorkerCard, ears: LeaseEars): Promise<WorkerLease> {
    const lease = new WorkerLease(url, card, ears);
    const client = await lease.#connect();
    lease.#kept = lease.#keep(client);
    return lease;
  }

  /** Under which name it works now. */
  get id(): string {
    return this.#id;
  }

  /** Signs off. */
  async close(): Promise<void> {
    this.#stop.abort();
    // It may be connecting anew: only then is it known on which connection it signs off.
    await this.#kept;
    await this.#client?.query('update workers set ended_at = now() where id = $1', [this.#id]).catch(ignore);
    await this.#client?.end().catch(ignore);
  }

  async #keep(first: pg.Client): Promise<void> {
    let client: pg.Client | undefined = first;
    while (!this.#stop.signal.aborted) {
      if (client) await this.#untilBroken(client);
      if (this.#stop.signal.aborted) return;
      client = await this.#connect().catch(() => undefined);
      if (!client) await sleep(BACK_WITHIN_MS, undefined, { signal: this.#stop.signal }).catch(ignore);
    }
  }

  async #untilBroken(client: pg.Client): Promise<void> {
    const broken = new AbortController();
    const signal = AbortSignal.any([broken.signal, this.#stop.signal]);
    client.once('end', () => broken.abort());
    client.on('notification', () => this.#ears.wake());
    this.#ears.wake();
    while (!signal.aborted) {
      await sleep(SEEN_EVERY_MS, undefined, { signal }).catch(ignore);
      if (!signal.aborted)
        await client
          .query('update workers set seen_at = now() where id = $1', [this.#id])
          .catch(() => broken.abort());
    }
    if (!this.#stop.signal.aborted) await client.end().catch(ignore);
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: `mondwerk worker ${this.#card.name}`,
      connectionTimeoutMillis: ANSWER_WITHIN_MS,
      query_timeout: ANSWER_WITHIN_MS,
      keepAlive: true,
    });
    client.on('error', ignore);
    try {
      await client.connect();
      // A machine that vanishes without a word is noticed within half a minute.
      await client.query(
        'set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3',
      );
      await this.#register(client);
      await client.query(`listen ${WAKE}`);
    } catch (error) {
      await client.end().catch(ignore);
      throw error;
    }
    this.#client = client;
    return client;
  }

  async #register(client: pg.Client): Promise<void> {
    await client.query(`select pg_advisory_lock(${workerLock('$1')})`, [this.#id]);
    const { rows } = await client.query('select ended_at from workers where id = $1', [this.#id]);
    if (rows.length > 0 && rows[0].ended_at === null) return;
    if (rows.length > 0) {
      this.#id = uuid();
      return this.#register(client);
    }
    const { name, host, capabilities, concurrency, version } = this.#card;
    await client.query(
      `insert into workers (id, name, host, capabilities, concurrency, version, started_at, seen_at)
       values ($1, $2, $3, $4, $5, $6, now(), now())`,
      [this.#id, name, host, capabilities, concurrency, version],
    );
  }
}

const ignore = (): void => undefined;
