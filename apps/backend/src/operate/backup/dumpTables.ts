import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { placesIn, type Manifest } from './manifest.ts';
import { writeSummed } from './summed.ts';

/** What is not copied: it is made anew, or of no use to whoever restores. */
const NOT_COPIED = ['schema_migrations', 'rate_limits'];

const ROWS_AT_ONCE = 2000;

/**
 * Copies every table as JSON lines, all as they are at one moment, while others go on writing. It takes no pg_dump, which
 * the built-in database does not bring, and does not care about PostgreSQL's version.
 */
export async function dumpTables(
  url: string,
  folder: string,
): Promise<Pick<Manifest, 'migrations' | 'tables'>> {
  const client = new pg.Client({ connectionString: url, application_name: 'mondwerk backup' });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const migrations = await client.query<{ name: string }>(
      'SELECT name FROM schema_migrations ORDER BY timestamp',
    );
    const names = await client.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND NOT table_name = ANY($1) ORDER BY 1`,
      [NOT_COPIED],
    );
    const tables: Manifest['tables'] = [];
    for (const { name } of names.rows) tables.push(await dumpTable(client, name, folder));
    await client.query('COMMIT');
    return { migrations: migrations.rows.map(({ name }) => name), tables };
  } finally {
    await client.end();
  }
}

async function dumpTable(
  client: pg.Client,
  name: string,
  folder: string,
): Promise<Manifest['tables'][number]> {
  const path = placesIn(folder).table(name);
  await mkdir(dirname(path), { recursive: true });
  let rows = 0;
  const lines = async function* (): AsyncGenerator<string> {
    await client.query(
      `DECLARE lines CURSOR FOR SELECT row_to_json(t)::text AS line FROM ${pg.escapeIdentifier(name)} t`,
    );
    for (;;) {
      const { rows: some } = await client.query<{ line: string }>(`FETCH ${ROWS_AT_ONCE} FROM lines`);
      if (some.length === 0) break;
      rows += some.length;
      yield `${some.map(({ line }) => line).join('\n')}\n`;
    }
    await client.query('CLOSE lines');
  };
  const sum = await writeSummed(Readable.from(lines()).compose(createGzip()) as Readable, path);
  return { name, rows, ...sum };
}
