import { Refusal } from '@mondwerk/film';
import type { EntityManager } from 'typeorm';
import { performersOf } from '../dubs/performersOf.ts';
import { Replacements } from '../dubs/replacementTable.ts';
import { requireNamed } from '../cast/requireNamed.ts';
import { Plans, type DubRow, type PlanRow } from '../dubs/tables.ts';
import type { MatchOrder, PlanOrder } from '../pipeline/orders.ts';
import { Runs } from '../queue/tables.ts';
import { Sources } from '../titles/tables.ts';

/** A plan that has been made. @throws Refusal `plan-not-ready`. */
export async function readyPlan(tx: EntityManager, id: string): Promise<PlanRow> {
  const plan = await tx.findOneByOrFail(Plans, { id });
  if (plan.state === 'ready') return plan;
  const way = plan.state === 'making' ? 'wait until it is ready' : 'make another one';
  throw new Refusal('plan-not-ready', `The plan is ${plan.state}: ${way}.`);
}

/**
 * What a plan of a dub was made from: its shots are rendered from that, whatever people have changed since.
 * @throws Refusal `plan-not-ready` when the dub has been moved to another cut since.
 */
export const plannedOrder = (tx: EntityManager, plan: PlanRow, dub: DubRow): Promise<PlanOrder> =>
  orderOf<PlanOrder>(tx, plan, dub);

/**
 * The same of a replacement, as long as it still is about the same two performers, and the shown one has a name.
 * @throws Refusal `plan-not-ready`, `performer-unnamed`.
 */
export async function matchedOrder(tx: EntityManager, plan: PlanRow, dub: DubRow): Promise<MatchOrder> {
  const planned = await orderOf<MatchOrder>(tx, plan, dub);
  const now = await performersOf(tx, await tx.findOneByOrFail(Replacements, { dub: dub.id }));
  requireNamed(now.shown);
  if (now.replaced.id === planned.replaced.id && now.shown.id === planned.shown.id) return planned;
  throw new Refusal(
    'plan-not-ready',
    'The plan is of other performers than the replacement is now: make another one.',
  );
}

async function orderOf<Order extends PlanOrder | MatchOrder>(
  tx: EntityManager,
  { run }: PlanRow,
  dub: DubRow,
): Promise<Order> {
  const { order } = await tx.findOneByOrFail(Runs, { id: run });
  const planned = order as Order;
  const { key } = await tx.findOneByOrFail(Sources, { id: dub.source });
  if (key === planned.source.key) return planned;
  throw new Refusal('plan-not-ready', 'The plan is of another film than the dub is now: make another one.');
}
