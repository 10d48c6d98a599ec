import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Refusal } from '@mondwerk/film';
import { currentPlan } from '../dubs/plans.ts';
import { Dubs, type DubRow } from '../dubs/tables.ts';
import type { Actor } from '../access/actor.ts';
import type { MatchOrder, PlanOrder } from '../pipeline/orders.ts';
import type { Platform } from '../platform.ts';
import { Runs } from '../queue/tables.ts';
import type { TakeRow } from '../reviews/tables.ts';
import { performersInTakes } from '../rights/plannedPerformers.ts';
import { requireRights } from '../rights/requireRights.ts';
import { rightsOfDub } from '../rights/rightsOfDub.ts';
import { findApproved, listShots, requireApproved } from './approvedTakes.ts';
import { deliverOrder } from './deliverOrder.ts';
import { shotsToAnotherVoice } from './sameVoice.ts';
import type { NewDelivery } from './schemas.ts';
import { Deliveries, type DeliveryRow } from './tables.ts';

/** Somebody's wish. */
export interface Asked {
  readonly dub: string;
  readonly actor: Actor;
  readonly wanted: NewDelivery;
}

/**
 * Starts making a package of a dub from its approved takes, with the voice that it was planned with, or of a replacement
 * with the sounds of its film.
 * @throws Refusal `shots-unapproved`, `shots-unplanned`, `nothing-approved`, `rights-missing`, or that of a missing plan.
 */
export async function startDelivery(
  tx: EntityManager,
  { runner }: Platform,
  { dub: id, actor, wanted }: Asked,
): Promise<DeliveryRow> {
  const dub = await tx.findOneByOrFail(Dubs, { id });
  const plan = await currentPlan(tx, dub.id);
  const found = await findApproved(tx, { dub: id, plan: plan.id, shots: wanted.shots });
  requireApproved(found, wanted.withoutUnapproved);
  const { order } = await tx.findOneByOrFail(Runs, { id: plan.run });
  if (dub.kind === 'dub' && !wanted.withOlderVoice) {
    await requireSameVoice(tx, found.takes, order as PlanOrder);
  }
  await requireRightsIn(tx, dub, found.takes, wanted.territories);
  const number = await nextNumber(tx, dub.title);
  const delivery = newId();
  await tx.insert(Deliveries, {
    id: delivery,
    ...{ organisation: dub.organisation, title: dub.title, dub: id, number },
    ...{
      profile: wanted.profile,
      territories: wanted.territories,
      state: 'making',
      run: null,
      problem: null,
    },
    takes: found.takes.map((take) => take.id),
    originalShots: found.unapproved,
    files: [],
    version: 1,
  });
  await runner.startRun(
    tx,
    'deliver',
    await deliverOrder(tx, order as PlanOrder | MatchOrder, dub, {
      ...{ number, takes: found.takes, profile: wanted.profile },
    }),
    { organisation: dub.organisation, title: dub.title, dub: id, delivery, askedBy: actor.person },
  );
  return tx.findOneByOrFail(Deliveries, { id: delivery });
}

const requireRightsIn = async (
  tx: EntityManager,
  dub: DubRow,
  takes: readonly TakeRow[],
  territories: readonly string[] | null,
): Promise<void> => {
  const faces = {
    performers: await performersInTakes(tx, takes),
    ...(territories === null ? {} : { territories }),
  };
  await requireRights(tx, await rightsOfDub(tx, dub, faces));
};

async function requireSameVoice(
  tx: EntityManager,
  takes: readonly TakeRow[],
  order: PlanOrder,
): Promise<void> {
  const others = await shotsToAnotherVoice(tx, takes, order);
  if (others.length === 0) return;
  throw new Refusal(
    'voice-changed',
    `The voice has changed since the approved takes of ${listShots(others)} were rendered: render them again, or ask with withOlderVoice.`,
  );
}

/** Deliveries of a title are numbered one after the other: others wait until this transaction ends. */
async function nextNumber(tx: EntityManager, title: string): Promise<number> {
  await tx.query('SELECT id FROM titles WHERE id = $1 FOR NO KEY UPDATE', [title]);
  return ((await tx.maximum(Deliveries, 'number', { title })) ?? 0) + 1;
}
