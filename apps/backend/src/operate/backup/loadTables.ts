import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { EntityManager } from 'typeorm';
import { Refusal } from '@mondwerk/film';
import { placesIn, type Manifest } from './manifest.ts';
import { fingerprintFile } from '../../pipeline/fingerprint.ts';

const ROWS_AT_ONCE = 1000;

/**
 * Fills empty tables from a backup. References between them are checked at the end, all at once, so that their order
 * does not matter. @throws Refusal `backup-damaged`.
 */
export async function loadTables(
  tx: EntityManager,
  folder: string,
  { tables }: Pick<Manifest, 'tables'>,
): Promise<void> {
  const references: { table: string; name: string; definition: string }[] = await tx.query(
    `SELECT conrelid::regclass::text AS "table", quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
  );
  for (const { table, name } of references) await tx.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  for (const table of tables) await loadTable(tx, folder, table);
  for (const { table, name, definition } of references) {
    await tx.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
  }
}

async function loadTable(
  tx: EntityManager,
  folder: string,
  { name, rows, sha256 }: Manifest['tables'][number],
): Promise<void> {
  const path = placesIn(folder).table(name);
  if ((await fingerprintFile(path).catch(() => undefined)) !== sha256) throw damaged(path);
  let [loaded, batch]: [number, string[]] = [0, []];
  const flush = async (): Promise<void> => {
    const table = tx.connection.driver.escape(name);
    await tx.query(`INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1::json)`, [
      `[${batch.join(',')}]`,
    ]);
    loaded += batch.length;
    batch = [];
  };
  for await (const line of createInterface(createReadStream(path).pipe(createGunzip()))) {
    batch.push(line);
    if (batch.length === ROWS_AT_ONCE) await flush();
  }
  if (batch.length > 0) await flush();
  if (loaded !== rows) throw damaged(path);
}

/** The refusal of a file that is not what the backup wrote. */
export const damaged = (path: string): Refusal =>
  new Refusal(
    'backup-damaged',
    `${path} is missing or not what was backed up: take another copy of the backup.`,
  );
