import { constants } from 'node:fs';
import { chmod, copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '@mondwerk/film';
import type { DataSource, EntityManager } from 'typeorm';
import { databaseAt } from '../../schema/openDatabase.ts';
import { startPostgres } from '../../database/embeddedPostgres.ts';
import { JobQueue } from '../../queue/jobQueue.ts';
import { enqueueJobs } from '../../queue/makeJobs.ts';
import { migrate } from '../../schema/migrate.ts';
import { readSettings, type Settings } from '../../settings.ts';
import { makeDataFolder } from '../dataFolder.ts';
import { storageOf } from './backup.ts';
import { loadTables } from './loadTables.ts';
import { placesIn, readManifest, type Manifest } from './manifest.ts';
import { storeCopied } from './storedFiles.ts';

/** Brings a backup back: into the database that is named, or a built-in one that is made for it. */
export async function restore(environment: NodeJS.ProcessEnv, folder: string): Promise<number> {
  const settings = readSettings(environment);
  const { DATABASE_URL, DATA_FOLDER } = settings;
  await readManifest(folder);
  await makeDataFolder(DATA_FOLDER);
  const own = DATABASE_URL === undefined ? await startPostgres(join(DATA_FOLDER, 'database')) : undefined;
  try {
    const { madeAt } = await restoreBackup(settings, own?.url ?? DATABASE_URL!, folder);
    process.stderr.write(`mondwerk: restored the backup of ${madeAt}; start the service now\n`);
  } finally {
    await own?.stop();
  }
  return 0;
}

/**
 * Fills an empty database and an empty storage from a backup, which may be older than this version.
 * @throws Refusal `not-a-backup`, `backup-newer`, `backup-damaged`, `database-not-empty`, `key-missing`.
 */
export async function restoreBackup(settings: Settings, url: string, folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  checkKey(settings, manifest);
  await loadDatabase(url, folder, manifest);
  await restoreKey(settings, folder, manifest);
  if (manifest.storage !== null) await storeCopied(await storageOf(settings), folder, manifest.storage);
  await migrate(url);
  await queueAgain(url);
  return manifest;
}

/** The tables are made as they were when the backup was; later migrations then change them with what is in them. */
async function loadDatabase(url: string, folder: string, manifest: Manifest): Promise<void> {
  const database = databaseAt(url);
  const known = Object.values(database.options.migrations as Record<string, { readonly name: string }>);
  const unknown = manifest.migrations.find((name) => !known.some((migration) => migration.name === name));
  if (unknown !== undefined) {
    throw new Refusal(
      'backup-newer',
      `The backup was made by Mondwerk ${manifest.version}, which is newer than this one: install that one.`,
    );
  }
  const then = known.filter(({ name }) => manifest.migrations.includes(name));
  database.setOptions({ migrations: then as never });
  await database.initialize();
  try {
    await checkEmpty(database);
    await database.runMigrations();
    await database.transaction((tx) => loadTables(tx, folder, manifest));
  } finally {
    await database.destroy();
  }
}

async function checkEmpty(database: DataSource): Promise<void> {
  const [{ organisations }]: { organisations: string | null }[] = await database.query(
    `SELECT to_regclass('public.organisations')::text AS organisations`,
  );
  if (organisations === null) return;
  const rows: unknown[] = await database.query('SELECT FROM organisations LIMIT 1');
  if (rows.length === 0) return;
  throw new Refusal(
    'database-not-empty',
    'There is something in the database already: a backup is restored into an empty one only.',
  );
}

function checkKey({ SECRET_KEY }: Settings, { key }: Manifest): void {
  if (key !== 'given' || SECRET_KEY !== undefined) return;
  throw new Refusal('key-missing', 'The backup was made with a SECRET_KEY: give the same one to restore it.');
}

async function restoreKey(settings: Settings, folder: string, { key }: Manifest): Promise<void> {
  if (key !== 'here' || settings.SECRET_KEY !== undefined) return;
  const path = join(settings.DATA_FOLDER, 'secret.key');
  await mkdir(settings.DATA_FOLDER, { recursive: true });
  await copyFile(placesIn(folder).key, path, constants.COPYFILE_EXCL).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
      throw new Refusal(
        'data-folder-used',
        `${settings.DATA_FOLDER} has a secret.key already: use an empty data folder.`,
      );
    },
  );
  await chmod(path, 0o600);
}

/** The queue engine's own tables are not copied: what waited or was at work gets a new place. */
async function queueAgain(url: string): Promise<void> {
  const database = await databaseAt(url).initialize();
  const queue = await JobQueue.open(database);
  try {
    await database.transaction(async (tx: EntityManager) => {
      await tx.query('UPDATE workers SET ended_at = coalesce(ended_at, now())');
      const jobs: { id: string }[] = await tx.query(
        `SELECT id FROM jobs WHERE state IN ('queued', 'running')`,
      );
      await enqueueJobs(
        tx,
        queue,
        jobs.map(({ id }) => id),
      );
    });
  } finally {
    await queue.close();
    await database.destroy();
  }
}
