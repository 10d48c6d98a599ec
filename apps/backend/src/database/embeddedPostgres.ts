import { spawn } from 'node:child_process';
import { resolve, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '@mondwerk/film';
import pg from 'pg';
import { addressOf, freePort, OWNER, readAccess, type PostgresAccess } from './postgresAccess.ts';
import { dropDrafts, keepAccess, makeCluster, type ClusterOptions } from './postgresCluster.ts';
import { ENGLISH, postgresPrograms, postgresUser } from './postgresPrograms.ts';
import { findPostmaster, stopPostmaster } from './postmaster.ts';

/** A PostgreSQL of our own that runs. */
export interface EmbeddedPostgres {
  /** Where clients reach its database. */
  readonly url: string;
  /** Ends it; what was committed is on disk. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL whose data is in a folder, making it when there is none; without `durable`, which only tests
 * should do, a power cut may cost all of it. One that a killed process left running is taken over with its clients.
 * @throws Refusal `database-folder-busy` when another mondwerk has it, and what making one refuses.
 */
export async function startPostgres(
  folder: string,
  { durable = true }: { readonly durable?: boolean } = {},
): Promise<EmbeddedPostgres> {
  const cluster = clusterIn(folder);
  const options = { durable, runAs: await postgresUser() };
  await makeCluster(cluster, options);
  const access = await serve(cluster, options);
  const owner = await claim(cluster, access);
  await dropDrafts(cluster);
  return {
    url: addressOf(access),
    stop: async () => {
      await owner.end().catch(() => undefined);
      await stopPostmaster(cluster);
    },
  };
}

/** The address of the PostgreSQL in a folder for other processes of this machine; `undefined` when there is none. */
export async function findEmbedded(folder: string): Promise<string | undefined> {
  const access = await readAccess(clusterIn(folder));
  return access && addressOf(access);
}

const clusterIn = (folder: string): string => join(resolve(folder), 'cluster');

const READY_WITHIN_MS = 60_000;
const ASK_EVERY_MS = 50;
/** How long a started one may take to name itself before another is tried, as while a killed one's children end. */
const APPEARS_WITHIN_MS = 2000;

async function serve(cluster: string, options: ClusterOptions): Promise<PostgresAccess> {
  const saved = await readAccess(cluster);
  if (!saved) throw new Error(`${cluster} is there and does not say how it is reached`);
  const giveUp = performance.now() + READY_WITHIN_MS;
  let launched = -Infinity;
  while (performance.now() < giveUp) {
    const running = await findPostmaster(cluster);
    const access = { ...saved, port: running?.port ?? (await freePort(saved.port)) };
    if (running && (await answers(access))) {
      if (access.port !== saved.port) await keepAccess(cluster, access, options.runAs);
      return access;
    }
    if (!running && performance.now() > launched + APPEARS_WITHIN_MS) {
      await launch(cluster, access.port, options);
      launched = performance.now();
    }
    await sleep(ASK_EVERY_MS);
  }
  throw new Error(`PostgreSQL did not start: see ${join(cluster, 'log')}`);
}

/** It leads its own session, so that a Ctrl-C in our terminal does not end it before we do. */
async function launch(cluster: string, port: number, { runAs, durable }: ClusterOptions): Promise<void> {
  const { postgres } = await postgresPrograms();
  const settings = { ...LOCAL, ...(durable ? {} : CARELESS), port: String(port) };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  spawn(postgres, ['-D', cluster, ...flags], { ...runAs, env: ENGLISH, detached: true, stdio: 'ignore' })
    .on('error', () => undefined)
    .unref();
}

/** Reached from this machine only; the log turns over weekly inside the cluster. */
const LOCAL: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  logging_collector: 'on',
  log_filename: 'postgres-%a.log',
  log_truncate_on_rotation: 'on',
  log_rotation_age: '1d',
};

const CARELESS: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};

/** Whether it takes connections; it has our database from then on. */
async function answers(access: PostgresAccess): Promise<boolean> {
  const client = new pg.Client(addressOf(access, 'postgres'));
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rowCount } = await client.query('select from pg_database where datname = $1', [OWNER]);
    if (rowCount === 0) await client.query(`create database ${OWNER}`);
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The one who holds this lock owns the cluster. Its connection keeps it, so a killed owner's is free at once. */
async function claim(cluster: string, access: PostgresAccess): Promise<pg.Client> {
  const owner = new pg.Client({ connectionString: addressOf(access), application_name: 'mondwerk owner' });
  owner.on('error', () => undefined);
  await owner.connect();
  const { rows } = await owner.query<{ mine: boolean }>(
    `select pg_try_advisory_lock(hashtext('mondwerk owner')) as mine`,
  );
  if (rows[0].mine) return owner;
  await owner.end();
  throw new Refusal(
    'database-folder-busy',
    `Another mondwerk has its database in ${cluster}: stop that one, or give this one another data folder.`,
  );
}
