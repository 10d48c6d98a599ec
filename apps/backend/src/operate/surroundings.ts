import { join } from 'node:path';
import { Refusal } from '@mondwerk/film';
import type { DataSource } from 'typeorm';
import { findEmbedded } from '../database/embeddedPostgres.ts';
import { findPostmaster } from '../database/postmaster.ts';
import { reachDatabase } from '../openPlatform.ts';
import { readSettings, s3CredentialsOf, type Settings } from '../settings.ts';
import { openStorage } from '../storage/openStorage.ts';
import type { Storage } from '../storage/storage.ts';

/** What could be found of the service's parts; for each that could not, why. */
export interface Surroundings {
  readonly settings: Settings | Refusal;
  readonly database: DataSource | Refusal;
  readonly storage: Storage | Refusal;
  close(): Promise<void>;
}

const NOT_LOOKED = new Refusal('settings-wrong', 'Not looked at, because the settings are wrong.');

/** Opens what can be opened, and keeps the reason of what cannot. */
export async function openSurroundings(environment: NodeJS.ProcessEnv): Promise<Surroundings> {
  const settings = await orRefusal(async () => readSettings(environment));
  if (settings instanceof Refusal) {
    return { settings, database: NOT_LOOKED, storage: NOT_LOOKED, close: () => Promise.resolve() };
  }
  const database = await orRefusal(async () => reachDatabase(await databaseOf(settings)));
  const storage = await orRefusal(() =>
    openStorage({
      url: settings.storageUrl,
      s3: s3CredentialsOf(settings),
      cacheFolder: settings.cacheFolder,
      cacheBytes: settings.CACHE_BYTES,
    }),
  );
  const close = async (): Promise<void> => {
    if (!(database instanceof Refusal)) await database.destroy();
  };
  return { settings, database, storage, close };
}

/** The database that is named, or the one of `mondwerk start`. @throws Refusal `no-database`. */
export async function databaseOf({ DATABASE_URL, DATA_FOLDER }: Settings): Promise<string> {
  if (DATABASE_URL !== undefined) return DATABASE_URL;
  const folder = join(DATA_FOLDER, 'database');
  const url = await findEmbedded(folder);
  if (url !== undefined && (await findPostmaster(join(folder, 'cluster')))) return url;
  throw new Refusal(
    'no-database',
    `None runs in ${DATA_FOLDER}: \`mondwerk start\` runs it, or name one of yours in DATABASE_URL.`,
  );
}

async function orRefusal<T>(open: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
