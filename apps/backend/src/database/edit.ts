import type { EntityManager, EntitySchema, ObjectLiteral } from 'typeorm';
import { Refusal } from '@mondwerk/film';

interface Versioned extends ObjectLiteral {
  readonly id: string;
  readonly version: number;
}

/**
 * Changes a row if it still is the version that somebody looked at. Returns it as it is now.
 * @throws Refusal `not-found`, or `version-stale` when somebody else was faster.
 */
export async function edit<Row extends Versioned>(
  tx: EntityManager,
  table: EntitySchema<Row>,
  { id, expected }: { readonly id: string; readonly expected: number },
  changes: Partial<Row>,
): Promise<Row> {
  const rows = tx.getRepository(table);
  const row = await rows
    .createQueryBuilder('row')
    .setLock('pessimistic_write')
    .where('row.id = :id', { id })
    .getOne();
  if (row === null) throw notFound(table.options.name, id);
  requireVersion(row, expected);
  return rows.save({ ...row, ...changes });
}

/** Makes sure that a row still is the version that somebody looked at. @throws Refusal `version-stale`. */
export function requireVersion({ version }: Pick<Versioned, 'version'>, expected: number): void {
  if (version === expected) return;
  throw new Refusal(
    'version-stale',
    `It was changed meanwhile (version ${version}, you saw ${expected}): look at it again, then repeat your change.`,
  );
}

/** Nothing of that name, or it belongs to others. */
export const notFound = (noun: string, id: string): Refusal =>
  new Refusal('not-found', `There is no ${id} among the ${noun.replaceAll('_', ' ')} of your organisation.`);
