import type { EntityManager } from 'typeorm';
import { rows } from '../queue/rows.ts';

/**
 * The number that the next take of each shot of a dub gets: one more than the highest of its takes and of those that
 * are ordered. `shots` tells the id of each by its number in the film. The caller holds the dub's row.
 */
export async function nextTakeNumbers(
  tx: EntityManager,
  dub: string,
  shots: ReadonlyMap<number, string>,
): Promise<Map<number, number>> {
  const taken = await rows<{ readonly shot: string; readonly number: number }>(
    tx,
    'SELECT shot, max(number) AS number FROM takes WHERE dub = $1 AND shot = ANY ($2) GROUP BY shot',
    [dub, [...shots.values()]],
  );
  const ordered = await rows<{ readonly shot: number; readonly take: number }>(
    tx,
    `SELECT (ordered ->> 'shot')::integer AS shot, max((ordered ->> 'take')::integer) AS take
     FROM runs, jsonb_array_elements("order" -> 'shots') AS ordered
     WHERE dub = $1 AND act IN ('render', 'replace') AND state <> 'done' GROUP BY 1`,
    [dub],
  );
  const byShot = new Map(taken.map(({ shot, number }) => [shot, number]));
  const byIndex = new Map(ordered.map(({ shot, take }) => [shot, take]));
  const next = (index: number, id: string): number =>
    1 + Math.max(byShot.get(id) ?? 0, byIndex.get(index) ?? 0);
  return new Map([...shots].map(([index, id]) => [index, next(index, id)]));
}
