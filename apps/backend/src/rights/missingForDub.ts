import { IsNull, type EntityManager } from 'typeorm';
import { Performers } from '../cast/tables.ts';
import { Plans, type DubRow } from '../dubs/tables.ts';
import type { MissingRight } from './checkRights.ts';
import { everybodyIn, performersInPlan } from './plannedPerformers.ts';
import { findMissingRights } from './requireRights.ts';

/** What stands in the way of rendering a dub: of those in its newest plan, or of the whole cast while there is none. */
export async function missingForDub(
  tx: EntityManager,
  { id, title, source, language }: DubRow,
): Promise<MissingRight[]> {
  const plan = await tx.findOne(Plans, { where: { dub: id, state: 'ready' }, order: { id: 'DESC' } });
  const performers = plan
    ? everybodyIn(await performersInPlan(tx, plan.id))
    : (await tx.findBy(Performers, { source, ignored: false, mergedInto: IsNull() })).map(
        (performer) => performer.id,
      );
  return findMissingRights(tx, { title, language, performers, extent: 'mouth' });
}
