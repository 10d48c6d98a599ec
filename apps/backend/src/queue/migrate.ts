import { openDatabase } from '../database/dataSource.ts';
import { migrateQueue } from './jobQueue.ts';

/** Brings a database up to date: first our own tables, then the queue engine's. Nothing happens when it is. */
export async function migrate(url: string): Promise<void> {
  const database = await openDatabase(url);
  try {
    await database.runMigrations();
  } finally {
    await database.destroy();
  }
  await migrateQueue(url);
}
