import { In, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import { Performers } from '../cast/tables.ts';
import type { ReplacementRow } from '../dubs/replacementTable.ts';
import { Dubs } from '../dubs/tables.ts';
import { Uploads } from '../uploads/tables.ts';
import type { Replacement } from './schemas.ts';

type Shown = z.input<typeof Replacement>;

/** Shows replacements with the names of all that they are about, however many there are, in three statements. */
export async function showReplacements(
  tx: EntityManager,
  replacements: readonly ReplacementRow[],
): Promise<Shown[]> {
  const people = replacements.flatMap(({ replaced, shown }) => [replaced, shown]);
  const performers = await namesOf(tx, Performers, people);
  const files = replacements.flatMap(({ donors }) => donors.map(({ upload }) => upload));
  const uploads = await namesOf(tx, Uploads, files);
  const dubs = await tx.findBy(Dubs, { id: In(replacements.map(({ dub }) => dub)) });
  const sources = new Map(dubs.map(({ id, source }) => [id, source]));
  const named = (id: string) => ({ id, name: performers.get(id)! });
  return replacements.map(({ dub, replaced, shown, donors, ...row }) => ({
    ...row,
    source: sources.get(dub)!,
    replaced: named(replaced),
    shown: named(shown),
    donors: donors.map(({ upload, person }) => ({ upload, person, name: uploads.get(upload)! })),
  }));
}

/** Shows one. */
export async function showReplacement(tx: EntityManager, row: ReplacementRow): Promise<Shown> {
  const [shown] = await showReplacements(tx, [row]);
  return shown;
}

async function namesOf(
  tx: EntityManager,
  table: typeof Performers | typeof Uploads,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx.find<{ id: string; name: string }>(table as typeof Uploads, {
    where: { id: In([...ids]) },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
