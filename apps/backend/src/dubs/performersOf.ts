import { In, type EntityManager } from 'typeorm';
import { Performers, type PerformerRow } from '../cast/tables.ts';
import { turnedOutToBe } from '../cast/turnedOutToBe.ts';
import type { ReplacementRow } from './replacementTable.ts';

/** Whose head gets whose face. */
export interface Both {
  readonly replaced: PerformerRow;
  readonly shown: PerformerRow;
}

/** Both performers of a replacement, as whom they turned out to be. */
export async function performersOf(
  tx: EntityManager,
  { replaced, shown }: Pick<ReplacementRow, keyof Both>,
): Promise<Both> {
  const became = await turnedOutToBe(tx, [replaced, shown]);
  const now = (id: string): string => became.get(id) ?? id;
  const rows = await tx.findBy(Performers, { id: In([now(replaced), now(shown)]) });
  const rowOf = (id: string): PerformerRow => rows.find((row) => row.id === now(id))!;
  return { replaced: rowOf(replaced), shown: rowOf(shown) };
}
