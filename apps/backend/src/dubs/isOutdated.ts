import { isDeepStrictEqual } from 'node:util';
import { Refusal } from '@mondwerk/film';
import type { EntityManager } from 'typeorm';
import { orders } from '../pipeline/orders.ts';
import { Runs } from '../queue/tables.ts';
import { keepNothing } from './keepText.ts';
import { planOrder } from './planOrder.ts';
import { Dubs, type PlanRow } from './tables.ts';

/** Whether something that a plan was made from has changed since: voice, lines, cast or settings. */
export async function isOutdated(tx: EntityManager, { dub, run }: PlanRow): Promise<boolean> {
  const { order } = (await tx.findOneBy(Runs, { id: run })) ?? {};
  // One that an earlier version made may have another shape.
  const made = orders.plan.safeParse(order);
  if (!made.success) return true;
  try {
    const now = await planOrder(tx, keepNothing, await tx.findOneByOrFail(Dubs, { id: dub }));
    return !isDeepStrictEqual(orders.plan.parse(now), made.data);
  } catch (error) {
    // What cannot be planned any more is not what was planned.
    if (error instanceof Refusal) return true;
    throw error;
  }
}
