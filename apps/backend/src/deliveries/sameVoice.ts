import type { EntityManager } from 'typeorm';
import type { PlanOrder } from '../pipeline/orders.ts';
import type { TakeRow } from '../reviews/tables.ts';

/** The numbers of the shots whose takes were rendered to another voice than this one, in the order of the film. */
export async function shotsToAnotherVoice(
  tx: EntityManager,
  takes: readonly TakeRow[],
  { stems }: PlanOrder,
): Promise<number[]> {
  const runs = [...new Set(takes.map(({ run }) => run))];
  const rows: { run: string; sums: string[] }[] = await tx.query(
    `SELECT id AS run, ARRAY(SELECT stem->>'sha256' FROM jsonb_array_elements("order"->'stems') AS stem) AS sums
     FROM runs WHERE id = ANY($1)`,
    [runs],
  );
  const voice = sumOf(stems.map(({ sha256 }) => sha256));
  const same = new Set(rows.filter(({ sums }) => sumOf(sums) === voice).map(({ run }) => run));
  return takes.filter(({ run }) => !same.has(run)).map(({ result }) => result.take.shot);
}

const sumOf = (sums: readonly string[]): string => sums.toSorted().join(' ');
