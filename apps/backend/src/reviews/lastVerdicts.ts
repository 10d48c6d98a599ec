import { In, type EntityManager } from 'typeorm';
import { Verdicts, type VerdictRow } from './tables.ts';

/** What was decided last about each of some takes, in their order; nothing of those on which nobody has decided. */
export async function lastVerdicts(tx: EntityManager, takes: readonly string[]): Promise<VerdictRow[]> {
  const verdicts = await tx.find(Verdicts, { where: { take: In(takes) }, order: { id: 'ASC' } });
  const last = new Map(verdicts.map((verdict) => [verdict.take, verdict]));
  return takes.flatMap((take) => last.get(take) ?? []);
}
