import { IsNull, type EntityManager } from 'typeorm';
import { isDonor, Performers } from '../cast/tables.ts';
import { Plans, type DubRow } from '../dubs/tables.ts';
import { rows } from '../queue/rows.ts';
import type { MissingRight } from './checkRights.ts';
import { everybodyIn, performersInPlan } from './plannedPerformers.ts';
import { findAllMissingRights } from './requireRights.ts';
import { rightsOfDub } from './rightsOfDub.ts';

/**
 * What stands in the way of rendering a dub: of those in its newest plan, or of the whole cast while there is none. Of a
 * replacement it is both performers in any case.
 */
export async function missingForDub(tx: EntityManager, dub: DubRow): Promise<MissingRight[]> {
  return findAllMissingRights(tx, await rightsOfDub(tx, dub, { performers: await performersOf(tx, dub) }));
}

async function performersOf(tx: EntityManager, { id, source, kind }: DubRow): Promise<string[]> {
  if (kind === 'replacement') return [];
  const plan = await tx.findOne(Plans, { where: { dub: id, state: 'ready' }, order: { id: 'DESC' } });
  if (plan) return everybodyIn(await performersInPlan(tx, plan.id));
  const cast = await tx.findBy(Performers, { source, ignored: false, mergedInto: IsNull() });
  const seen = await rows<{ readonly performer: string }>(
    tx,
    'SELECT DISTINCT performer FROM face_tracks WHERE source = $1',
    [source],
  );
  const inFilm = new Set(seen.map(({ performer }) => performer));
  return cast.filter((each) => !isDonor(each) || inFilm.has(each.id)).map(({ id: performer }) => performer);
}
