import { PgBoss } from 'pg-boss';
import { openDatabase } from '../database/dataSource.ts';

/** Brings a database up to date: first our own tables, then the queue engine's. Nothing happens when it is. */
export async function migrate(url: string): Promise<void> {
  const database = await openDatabase(url);
  try {
    await database.runMigrations();
  } finally {
    await database.destroy();
  }
  const boss = new PgBoss({ connectionString: url, schema: SCHEMA, supervise: false, schedule: false });
  boss.on('error', () => undefined);
  await boss.start();
  await boss.stop({ graceful: false });
}

/** The schema of the queue engine's tables. */
export const SCHEMA = 'queue';
