import { Refusal } from '@mondwerk/film';
import type { EntityManager } from 'typeorm';
import { edit } from '../database/edit.ts';
import { Replacements, type ReplacementRow } from '../dubs/replacementTable.ts';
import { Dubs } from '../dubs/tables.ts';
import { Takes } from '../reviews/tables.ts';
import { Sources } from '../titles/tables.ts';
import { checkPerformers, checkShots, useDonors } from './checkReplacement.ts';
import type { ReplacementChanges } from './schemas.ts';

/**
 * Changes a replacement; that counts for its next plan. Whose head and whose face it is about stays once there are takes.
 * @throws Refusal `dub-has-takes`, `version-stale`, and those of the checks.
 */
export async function editReplacement(
  tx: EntityManager,
  { id, expected }: { readonly id: string; readonly expected: number },
  changes: ReplacementChanges,
): Promise<ReplacementRow> {
  const before = await tx.findOneByOrFail(Replacements, { id });
  const dub = await tx.findOneOrFail(Dubs, {
    where: { id: before.dub },
    lock: { mode: 'pessimistic_write' },
  });
  const said = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const now = { ...before, ...said } as ReplacementRow;
  const others = now.replaced !== before.replaced || now.shown !== before.shown;
  if (others && (await tx.existsBy(Takes, { dub: dub.id }))) {
    throw new Refusal(
      'dub-has-takes',
      'This replacement has takes of its present performers: create another replacement for others.',
    );
  }
  const source = await tx.findOneByOrFail(Sources, { id: dub.source });
  if (others) await checkPerformers(tx, source, now);
  if (changes.shots) await checkShots(tx, source, changes.shots);
  if (changes.donors) await useDonors(tx, source, changes.donors);
  return edit(tx, Replacements, { id, expected }, said);
}
