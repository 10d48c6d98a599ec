import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmod, chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Refusal } from '@mondwerk/film';
import {
  accessFile,
  freePort,
  newPassword,
  OWNER,
  readAccess,
  type PostgresAccess,
} from './postgresAccess.ts';
import { ENGLISH, postgresPrograms, type RunAs } from './postgresPrograms.ts';

/** How a cluster is made and served. */
export interface ClusterOptions {
  readonly runAs: RunAs;
  /** Whether commits outlive a power cut. */
  readonly durable: boolean;
}

/**
 * Makes a cluster unless it is there. It appears whole, with its password, or not at all.
 * @throws Refusal `database-not-made` or `database-other-version`.
 */
export async function makeCluster(cluster: string, options: ClusterOptions): Promise<void> {
  if (await readAccess(cluster)) return checkVersion(cluster);
  const draft = `${cluster}.${randomUUID().slice(0, 8)}${DRAFT}`;
  const access: PostgresAccess = { port: await freePort(), password: newPassword() };
  await mkdir(dirname(cluster), { recursive: true });
  await chmod(dirname(cluster), 0o755);
  await mkdir(draft, { mode: 0o700 });
  await own(draft, options.runAs);
  await initialise(draft, access.password, options);
  await keepAccess(draft, access, options.runAs);
  await rename(draft, cluster).catch(async (error: unknown) => {
    // Another start was quicker, and its cluster is as good.
    if (!(await readAccess(cluster))) throw error;
  });
}

/** Clears away what killed starts left; only for the one who owns the cluster. */
export async function dropDrafts(cluster: string): Promise<void> {
  const folder = dirname(cluster);
  const left = (await readdir(folder)).filter((name) => name.endsWith(DRAFT));
  await Promise.all(left.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}

/** Keeps in a cluster how it is reached, readable by nobody but its owner. */
export async function keepAccess(cluster: string, access: PostgresAccess, runAs: RunAs): Promise<void> {
  const draft = `${accessFile(cluster)}.partial`;
  await rm(draft, { force: true });
  await writeFile(draft, JSON.stringify(access), { mode: 0o600, flag: 'wx' });
  await own(draft, runAs);
  await rename(draft, accessFile(cluster));
}

const DRAFT = '.partial';

async function own(path: string, { uid, gid }: RunAs): Promise<void> {
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid);
}

async function initialise(
  draft: string,
  password: string,
  { runAs, durable }: ClusterOptions,
): Promise<void> {
  const { initdb } = await postgresPrograms();
  const passwordFile = `${draft}.password${DRAFT}`;
  await writeFile(passwordFile, password, { mode: 0o600, flag: 'wx' });
  await own(passwordFile, runAs);
  const args = [
    `--pgdata=${draft}`,
    `--username=${OWNER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(durable ? [] : ['--no-sync']),
  ];
  const child = spawn(initdb, args, { ...runAs, stdio: ['ignore', 'ignore', 'pipe'], env: ENGLISH });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const code = await once(child, 'close').then(
    ([ended]: unknown[]) => ended,
    (error: Error) => error.message,
  );
  await rm(passwordFile, { force: true });
  if (code === 0) return;
  await rm(draft, { recursive: true, force: true });
  throw new Refusal(
    'database-not-made',
    `No database could be made in ${dirname(draft)} (${said.trim().split('\n').at(-1) || String(code)}): see that its user may read mondwerk's folder and reach that one.`,
  );
}

async function checkVersion(cluster: string): Promise<void> {
  const { postgres } = await postgresPrograms();
  const has = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  const child = spawn(postgres, ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  await once(child, 'close');
  const is = /\s(\d+)/.exec(said)?.[1];
  if (is !== has)
    throw new Refusal(
      'database-other-version',
      `The database in ${cluster} was made by PostgreSQL ${has} and this one is ${is}: restore a backup into a new folder, or install the mondwerk that made it.`,
    );
}
