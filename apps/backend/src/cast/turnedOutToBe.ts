import { rows, type Sql } from '../queue/rows.ts';

interface Became {
  readonly id: string;
  readonly last: string;
}

/**
 * Tells whom those among some performers who were merged turned out to be in the end, by their ids: who was merged into
 * somebody who was merged later is whoever that one became.
 */
export async function turnedOutToBe(
  sql: Sql,
  performers: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await rows<Became>(
    sql,
    `WITH RECURSIVE became AS (
       SELECT id, merged_into AS next FROM performers WHERE id = ANY ($1) AND merged_into IS NOT NULL
       UNION
       SELECT became.id, performers.merged_into FROM became JOIN performers ON performers.id = became.next
       WHERE performers.merged_into IS NOT NULL)
     SELECT became.id, last.id AS last
     FROM became JOIN performers last ON last.id = became.next AND last.merged_into IS NULL`,
    [performers],
  );
  return new Map(found.map(({ id, last }) => [id, last]));
}
