import { Refusal } from '@mondwerk/film';
import type { EntityManager } from 'typeorm';
import { Plans, type DubRow, type PlanRow } from '../dubs/tables.ts';
import type { PlanOrder } from '../pipeline/orders.ts';
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
 * What a plan was made from: its shots are rendered from that, whatever people have changed since.
 * @throws Refusal `plan-not-ready` when the dub has been moved to another cut since.
 */
export async function plannedOrder(tx: EntityManager, { run }: PlanRow, dub: DubRow): Promise<PlanOrder> {
  const { order } = await tx.findOneByOrFail(Runs, { id: run });
  const planned = order as PlanOrder;
  const { key } = await tx.findOneByOrFail(Sources, { id: dub.source });
  if (key === planned.source.key) return planned;
  throw new Refusal('plan-not-ready', 'The plan is of another film than the dub is now: make another one.');
}
