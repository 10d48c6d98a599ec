import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { Storage } from '../storage/storage.ts';

/** What must be in order before requests can be served. */
export const CHECKS = ['database', 'migrations', 'queue', 'storage'] as const;

/** One of them. */
export type Check = (typeof CHECKS)[number];

/** Whether the process can serve, and for each check `ok` or what is wrong. */
export interface Readiness {
  readonly ready: boolean;
  readonly checks: Readonly<Record<Check, string>>;
}

/** What is looked at. */
export interface Looked {
  readonly database: DataSource;
  readonly storage: Storage;
}

/** A part that does not answer is as bad as one that refuses. */
const WITHIN_MS = 3000;

const LOOK: { readonly [C in Check]: (at: Looked) => Promise<string> } = {
  database: async ({ database }) => {
    await database.query('SELECT 1');
    return 'ok';
  },
  migrations: async ({ database }) =>
    (await database.showMigrations()) ? 'some have not been run: run `mondwerk migrate`' : 'ok',
  queue: async ({ database }) => {
    const queues: unknown[] = await database.query(
      `SELECT name FROM queue.queue WHERE name IN ('cpu', 'gpu')`,
    );
    return queues.length === 2 ? 'ok' : 'it has not been made: run `mondwerk migrate`';
  },
  storage: async ({ storage }) => {
    await storage.check();
    return 'ok';
  },
};

/** Looks whether everything that requests need is there. */
export async function checkReadiness(at: Looked): Promise<Readiness> {
  const found = await Promise.all(CHECKS.map(async (check) => [check, await look(check, at)] as const));
  return {
    ready: found.every(([, said]) => said === 'ok'),
    checks: Object.fromEntries(found) as Record<Check, string>,
  };
}

async function look(check: Check, at: Looked): Promise<string> {
  const late = new AbortController();
  const tooLate = sleep(WITHIN_MS, `no answer within ${WITHIN_MS / 1000} s`, { signal: late.signal });
  const said = LOOK[check](at).catch((error: unknown) =>
    error instanceof Error && error.message !== '' ? error.message : 'it cannot be reached',
  );
  try {
    return await Promise.race([said, tooLate]);
  } finally {
    tooLate.catch(() => undefined);
    late.abort();
  }
}
