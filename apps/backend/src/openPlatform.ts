import { openDatabase } from './database/dataSource.ts';
import { openSealing } from './database/sealing.ts';
import { openTries } from './people/tries.ts';
import { openLog, type LogOptions } from './operate/log.ts';
import { openMetrics } from './operate/metrics.ts';
import type { Platform } from './platform.ts';
import { readSettings } from './settings.ts';
import { openStorage } from './storage/openStorage.ts';
import { Refusal } from '@mondwerk/film';

/**
 * Opens what every part of the service shares, from the environment. @throws Refusal `settings-wrong` that names every
 * mistake, `database-unreachable`, `storage-unusable`.
 */
export async function openPlatform(
  environment: NodeJS.ProcessEnv,
  process: LogOptions['process'] = 'web',
): Promise<Platform> {
  const settings = readSettings(environment);
  const log = openLog({ level: settings.LOG_LEVEL, process });
  if (settings.DATABASE_URL === undefined) {
    throw new Refusal(
      'settings-wrong',
      'DATABASE_URL is not set: give it, or let `make start` run a database of its own.',
    );
  }
  const s3 = settings.S3_ACCESS_KEY_ID && {
    accessKeyId: settings.S3_ACCESS_KEY_ID,
    secretAccessKey: settings.S3_SECRET_ACCESS_KEY!,
  };
  const storage = await openStorage({
    url: settings.storageUrl,
    s3: s3 || null,
    cacheFolder: settings.cacheFolder,
    cacheBytes: settings.CACHE_BYTES,
  });
  const sealing = await openSealing(settings);
  const database = await openDatabase(settings.DATABASE_URL);
  const close = async (): Promise<void> => {
    await database.destroy();
  };
  const metrics = openMetrics(database);
  return { settings, log, metrics, database, storage, sealing, tries: openTries(database), close };
}
