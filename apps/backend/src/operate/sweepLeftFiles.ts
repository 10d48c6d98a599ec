import type { DataSource } from 'typeorm';
import { rows } from '../queue/rows.ts';
import type { Storage } from '../storage/storage.ts';

/** What a file's key begins with when it belongs to a row, and the table of that row. */
const OWNERS: readonly { readonly prefix: string; readonly table: string }[] = [
  { prefix: 'uploads/', table: 'uploads' },
  { prefix: 'titles/', table: 'titles' },
];

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** Files are written before the row that tells of them. */
const YOUNGEST_MS = 2 * 24 * 3_600_000;

/** As many rows are asked for at once. */
const BATCH = 500;

/**
 * Removes the files of titles and uploads that are no longer in the database; a title's rows go with one statement, its
 * files may be thousands. Returns how many there were.
 */
export async function sweepLeftFiles(
  { database, storage }: { readonly database: DataSource; readonly storage: Storage },
  now = Date.now(),
): Promise<number> {
  let removed = 0;
  for (const { prefix, table } of OWNERS) {
    for await (const batch of batches(storage, prefix, now - YOUNGEST_MS)) {
      const gone = await goneOf(database, table, [...new Set(batch.map(({ owner }) => owner))]);
      const left = batch.filter(({ owner }) => gone.has(owner));
      for (const { key } of left) await storage.remove(key);
      removed += left.length;
    }
  }
  return removed;
}

interface Owned {
  readonly key: string;
  readonly owner: string;
}

async function* batches(storage: Storage, prefix: string, before: number): AsyncIterable<readonly Owned[]> {
  let batch: Owned[] = [];
  for await (const { key, modified } of storage.list(prefix)) {
    const owner = UUID.exec(key.slice(prefix.length))?.[0];
    if (owner === undefined || modified.getTime() > before) continue;
    batch.push({ key, owner });
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

async function goneOf(database: DataSource, table: string, ids: readonly string[]): Promise<Set<string>> {
  const known = await rows<{ id: string }>(database, `SELECT id FROM ${table} WHERE id = ANY($1)`, [ids]);
  return new Set(ids).difference(new Set(known.map(({ id }) => id)));
}
