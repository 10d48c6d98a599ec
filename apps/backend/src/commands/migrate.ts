import { databaseUrlOf, reachDatabase } from '../openPlatform.ts';
import { migrate } from '../schema/migrate.ts';
import { readSettings } from '../settings.ts';

/** Brings the database up to date, or undoes its last migration. */
export async function runMigrations(environment: NodeJS.ProcessEnv, down: boolean): Promise<number> {
  const url = databaseUrlOf(readSettings(environment));
  const database = await reachDatabase(url);
  const before = await namesOf(database);
  if (down) await database.undoLastMigration();
  const undone = down ? before.at(-1) : undefined;
  await database.destroy();
  if (!down) await migrate(url);
  const said = down ? `undid ${undone ?? 'nothing: there was nothing to undo'}` : await newOnes(url, before);
  process.stderr.write(`mondwerk: ${said}\n`);
  return 0;
}

async function newOnes(url: string, before: readonly string[]): Promise<string> {
  const database = await reachDatabase(url);
  const after = await namesOf(database);
  await database.destroy();
  const made = after.filter((name) => !before.includes(name));
  return made.length === 0 ? 'the database is up to date' : `ran ${made.join(', ')}`;
}

async function namesOf(database: Awaited<ReturnType<typeof reachDatabase>>): Promise<string[]> {
  const [{ there }]: { there: boolean }[] = await database.query(
    `SELECT to_regclass('schema_migrations') IS NOT NULL AS there`,
  );
  if (!there) return [];
  const rows: { name: string }[] = await database.query(
    'SELECT name FROM schema_migrations ORDER BY timestamp',
  );
  return rows.map(({ name }) => name);
}
