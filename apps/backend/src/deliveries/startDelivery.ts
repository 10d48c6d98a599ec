import { In, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Refusal } from '@mondwerk/film';
import { Performers } from '../cast/tables.ts';
import { currentPlan } from '../dubs/plans.ts';
import { Dubs, type DubRow } from '../dubs/tables.ts';
import type { Actor } from '../access/actor.ts';
import { deliveryName } from '../pipeline/delivery/deliveryName.ts';
import type { DeliverOrder, PlanOrder } from '../pipeline/orders.ts';
import type { Platform } from '../platform.ts';
import { Runs } from '../queue/tables.ts';
import type { TakeRow } from '../reviews/tables.ts';
import { performersInTakes } from '../rights/plannedPerformers.ts';
import { requireRights } from '../rights/requireRights.ts';
import { Titles } from '../titles/tables.ts';
import { findApproved, listShots, requireApproved } from './approvedTakes.ts';
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
 * Starts making a package of a dub from its approved takes, with the voice that it was planned with.
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
  if (!wanted.withOlderVoice) await requireSameVoice(tx, found.takes, order as PlanOrder);
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
    await orderOf(tx, order as PlanOrder, dub, { number, takes: found.takes, profile: wanted.profile }),
    { organisation: dub.organisation, title: dub.title, dub: id, delivery, askedBy: actor.person },
  );
  return tx.findOneByOrFail(Deliveries, { id: delivery });
}

const requireRightsIn = async (
  tx: EntityManager,
  { title, language }: DubRow,
  takes: readonly TakeRow[],
  territories: readonly string[] | null,
): Promise<void> =>
  requireRights(tx, {
    ...{ title, language, extent: 'mouth' },
    performers: await performersInTakes(tx, takes),
    ...(territories === null ? {} : { territories }),
  });

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

interface Packed extends Pick<NewDelivery, 'profile'> {
  readonly number: number;
  readonly takes: readonly TakeRow[];
}

/** The voice, the script and the film are those of the plan that the takes were rendered from. */
async function orderOf(
  tx: EntityManager,
  { title, source, stems, script, settings }: PlanOrder,
  dub: DubRow,
  { number, takes, profile }: Packed,
): Promise<DeliverOrder> {
  const names = await namesOf(tx, takes);
  const { language } = await tx.findOneByOrFail(Titles, { id: dub.title });
  return {
    ...{ title, source, stems, script, settings, profile },
    originalLanguage: language,
    takes: takes.map((take) => ({
      ...take.result.take,
      take: take.number,
      performers: take.performers.flatMap((performer) => names.get(performer) ?? []),
    })),
    out: `titles/${title}/deliveries/${number}/${deliveryName(source.name, dub.language, profile)}`,
  };
}

async function namesOf(tx: EntityManager, takes: readonly TakeRow[]): Promise<Map<string, string>> {
  const ids = [...new Set(takes.flatMap(({ performers }) => performers))];
  const rows = await tx.find(Performers, { where: { id: In(ids) }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
