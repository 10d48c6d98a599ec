import { Refusal } from '@mondwerk/film';
import type { DataSource } from 'typeorm';
import { openDatabase } from './schema/openDatabase.ts';
import { openSealing } from './database/sealing.ts';
import { openEventBus } from './events/eventBus.ts';
import { openLog, type LogOptions } from './operate/log.ts';
import { openMetrics } from './operate/metrics.ts';
import { openTracing } from './operate/tracing.ts';
import { openTries } from './people/tries.ts';
import type { Platform } from './platform.ts';
import { JobQueue } from './queue/jobQueue.ts';
import { Runner } from './queue/runner.ts';
import { listeners } from './recorders.ts';
import { readSettings, s3CredentialsOf, type Settings } from './settings.ts';
import { openStorage } from './storage/openStorage.ts';

/**
 * Opens what every part of the service shares, from the environment. @throws Refusal `settings-wrong` that names every
 * mistake, `database-unreachable`, `database-outdated`, `storage-unusable`.
 */
export async function openPlatform(
  environment: NodeJS.ProcessEnv,
  process: LogOptions['process'] = 'web',
): Promise<Platform> {
  const settings = readSettings(environment);
  const endTracing = await openTracing(settings.OTEL_EXPORTER_OTLP_ENDPOINT, process);
  const log = openLog({ level: settings.LOG_LEVEL, process });
  const url = databaseUrlOf(settings);
  const storage = await openStorage({
    url: settings.storageUrl,
    s3: s3CredentialsOf(settings),
    cacheFolder: settings.cacheFolder,
    cacheBytes: settings.CACHE_BYTES,
  });
  const sealing = await openSealing(settings);
  const database = await reachDatabase(url);
  const queue = await openQueue(database, process === 'web');
  const events = openEventBus(url, log);
  return {
    ...{ settings, log, storage, sealing, database, queue, events },
    metrics: openMetrics(database, events),
    tries: openTries(database),
    runner: new Runner(queue, listeners),
    close: async () => {
      await events.close();
      await queue.close();
      await database.destroy();
      await endTracing();
    },
  };
}

/** Where the database is. @throws Refusal `settings-wrong` when nobody said it. */
export function databaseUrlOf({ DATABASE_URL }: Settings): string {
  if (DATABASE_URL !== undefined) return DATABASE_URL;
  throw new Refusal(
    'settings-wrong',
    'DATABASE_URL is not set: give it, or let `make start` run a database of its own.',
  );
}

/** Connects to the database. @throws Refusal `database-unreachable` with the driver's reason. */
export async function reachDatabase(url: string): Promise<DataSource> {
  try {
    return await openDatabase(url);
  } catch (cause) {
    const { hostname, port, pathname } = new URL(url);
    const reason = cause instanceof AggregateError ? cause.errors[0] : cause;
    throw new Refusal(
      'database-unreachable',
      `The database ${pathname.slice(1)} at ${hostname}:${port || '5432'} cannot be used (${reason instanceof Error ? reason.message : String(reason)}): see that it runs and that DATABASE_URL is right.`,
      { cause },
    );
  }
}

async function openQueue(database: DataSource, tidy: boolean): Promise<JobQueue> {
  try {
    if (await database.showMigrations()) throw new Error('there are migrations that have not been run');
    return await JobQueue.open(database, { tidy });
  } catch (cause) {
    await database.destroy();
    throw new Refusal(
      'database-outdated',
      `The database is not as this version needs it (${cause instanceof Error ? cause.message : String(cause)}): run \`mondwerk migrate\`, then start again.`,
      { cause },
    );
  }
}
