import { setTimeout as sleep } from 'node:timers/promises';
import { ERRORS, MemoryLocker, type Lock, type Locker, type RequestRelease } from '@tus/server';
import pg from 'pg';

const CHANNEL = 'mondwerk_upload_wanted';
const ASK_AGAIN_MS = 200;
const PATIENCE_MS = 30_000;
const IDLE_MS = 10_000;

/**
 * Lets one request at a time write to an upload, among all web processes: a client that comes back after its connection
 * broke must not race with what is left of its last request. The locks are the database's own, on one connection, so
 * those of a killed process are free at once.
 */
export class UploadLocker implements Locker {
  readonly #near = new MemoryLocker();
  readonly #far: FarLocks;

  constructor(url: string) {
    this.#far = new FarLocks(url);
  }

  newLock(id: string): Lock {
    const near = this.#near.newLock(id);
    return {
      lock: async (signal, release) => {
        await near.lock(signal, release);
        try {
          await this.#far.take(id, signal, release);
        } catch (error) {
          await near.unlock();
          throw error;
        }
      },
      unlock: async () => {
        await this.#far.free(id);
        await near.unlock();
      },
    };
  }
}

/** The locks of this process in the database. */
class FarLocks {
  readonly #url: string;
  readonly #held = new Map<string, RequestRelease>();
  #client: Promise<pg.Client> | undefined;
  #idle: NodeJS.Timeout | undefined;

  constructor(url: string) {
    this.#url = url;
  }

  /** @throws tus's error when another process keeps it for too long. */
  async take(id: string, signal: AbortSignal, release: RequestRelease): Promise<void> {
    clearTimeout(this.#idle);
    this.#held.set(id, release);
    const until = Date.now() + PATIENCE_MS;
    while (!(await this.#try(id))) {
      if (signal.aborted || Date.now() > until) {
        this.#held.delete(id);
        throw ERRORS.ERR_LOCK_TIMEOUT;
      }
      await sleep(ASK_AGAIN_MS);
    }
  }

  async free(id: string): Promise<void> {
    this.#held.delete(id);
    const client = await this.#client?.catch(() => undefined);
    // A connection that is broken holds no locks.
    await client?.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [id]).catch(() => undefined);
    if (this.#held.size > 0) return;
    this.#idle = setTimeout(() => this.#part(), IDLE_MS).unref();
  }

  /** Whoever has it is asked for it. */
  async #try(id: string): Promise<boolean> {
    const client = await (this.#client ??= this.#connect());
    const { rows } = await client.query<{ taken: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS taken',
      [id],
    );
    if (!rows[0].taken) await client.query('SELECT pg_notify($1, $2)', [CHANNEL, id]);
    return rows[0].taken;
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.#url, application_name: 'mondwerk uploads' });
    client.on('notification', ({ payload = '' }) => void this.#held.get(payload)?.());
    client.on('error', () => this.#lost());
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
    } catch (error) {
      this.#client = undefined;
      throw error;
    }
    // The connection alone keeps no process from ending.
    (client as pg.Client & { unref(): void }).unref();
    return client;
  }

  /** Nothing is locked any more, so whoever writes must stop. */
  #lost(): void {
    this.#client = undefined;
    for (const release of this.#held.values()) void release();
  }

  #part(): void {
    const client = this.#client;
    this.#client = undefined;
    client?.then((open) => open.end()).catch(() => undefined);
  }
}
