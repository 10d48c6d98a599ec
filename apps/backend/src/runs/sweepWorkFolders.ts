import type { DataSource } from 'typeorm';
import { workPrefix } from '../pipeline/orders.ts';
import { sweepWork } from '../pipeline/sweepWork.ts';
import { rows } from '../queue/rows.ts';
import type { Storage } from '../storage/storage.ts';

const DAY = 24 * 3_600_000;

/** Where titles, and what their stages told, are known; and for how long what nobody refers to is kept. */
export interface WorkFolders {
  readonly database: DataSource;
  readonly storage: Storage;
  readonly days: number;
}

/** Removes, for titles on which nobody has worked for some days, the artifacts that no stage's outcome names. */
export async function sweepWorkFolders(
  { database, storage, days }: WorkFolders,
  now = new Date(),
): Promise<void> {
  const before = new Date(now.getTime() - days * DAY);
  for (const { title } of await idleTitles(database, before)) {
    await sweepWork(storage, title, { before, referred: await referredBy(database, title) });
  }
}

const idleTitles = (database: DataSource, before: Date): Promise<{ readonly title: string }[]> =>
  rows(
    database,
    `SELECT title FROM runs GROUP BY title
     HAVING bool_and(state NOT IN ('running', 'paused') AND coalesce(ended_at, made_at) < $1)`,
    [before],
  );

/** Keys stand in outcomes as `titles/…/work/NAME/…`; NAME is what is kept. */
async function referredBy(database: DataSource, title: string): Promise<Set<string>> {
  const found = await rows<{ readonly name: string }>(
    database,
    `SELECT DISTINCT (regexp_matches(outcome::text, $2, 'g'))[1] AS name
     FROM jobs WHERE run IN (SELECT id FROM runs WHERE title = $1)`,
    [title, `"${workPrefix(title)}/([^/"]+)`],
  );
  return new Set(found.map(({ name }) => name));
}
