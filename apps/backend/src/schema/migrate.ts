import { openDatabase } from './openDatabase.ts';
import { migrateQueue } from '../queue/jobQueue.ts';

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
