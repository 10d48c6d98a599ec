import type { DataSource } from 'typeorm';
import { ENDED } from '../queue/runs.ts';

const DAY = 24 * 3_600_000;

/** Forgets the runs of drafts that ended so many days ago, and the drafts with them; their files are swept like others. */
export async function sweepDrafts(database: DataSource, days: number, now = new Date()): Promise<void> {
  const before = new Date(now.getTime() - days * DAY);
  await database.query(`DELETE FROM runs WHERE act = 'draft' AND state = ANY ($1) AND ended_at < $2`, [
    ENDED,
    before,
  ]);
}
