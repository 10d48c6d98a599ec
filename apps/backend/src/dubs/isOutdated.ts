import { isDeepStrictEqual } from 'node:util';
import { Refusal } from '@mondwerk/film';
import type { EntityManager } from 'typeorm';
import { orders } from '../pipeline/orders.ts';
import { Runs } from '../queue/tables.ts';
import { keepNothing } from './keepText.ts';
import { orderNow, PLANNED_BY } from './orderNow.ts';
import { Dubs, type PlanRow } from './tables.ts';

/** Whether something that a plan was made from has changed since: voice, lines, footage, cast or settings. */
export async function isOutdated(tx: EntityManager, { dub: id, run }: PlanRow): Promise<boolean> {
  const { order } = (await tx.findOneBy(Runs, { id: run })) ?? {};
  const dub = await tx.findOneByOrFail(Dubs, { id });
  const schema = orders[PLANNED_BY[dub.kind]];
  // One that an earlier version made may have another shape.
  const made = schema.safeParse(order);
  if (!made.success) return true;
  try {
    const now = await orderNow(tx, keepNothing, dub);
    return !isDeepStrictEqual(schema.parse(now.order), made.data);
  } catch (error) {
    // What cannot be planned any more is not what was planned.
    if (error instanceof Refusal) return true;
    throw error;
  }
}
