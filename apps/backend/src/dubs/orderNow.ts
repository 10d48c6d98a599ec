import type { EntityManager } from 'typeorm';
import type { OrderOf } from '../pipeline/orders.ts';
import type { KeepText } from './keepText.ts';
import { matchOrder } from './matchOrder.ts';
import { planOrder } from './planOrder.ts';
import type { DubKind, DubRow } from './tables.ts';

/** The act by which each kind is planned. */
export const PLANNED_BY = { dub: 'plan', replacement: 'match' } as const satisfies Record<
  DubKind,
  keyof OrderOf
>;

/** An act by which something is planned, with its order. */
export type PlanningOrder = {
  [A in (typeof PLANNED_BY)[DubKind]]: { readonly act: A; readonly order: OrderOf[A] };
}[(typeof PLANNED_BY)[DubKind]];

/** What a dub or a replacement is planned from, as things stand now. @throws Refusal as `planOrder` and `matchOrder`. */
export async function orderNow(tx: EntityManager, keep: KeepText, dub: DubRow): Promise<PlanningOrder> {
  return dub.kind === 'dub'
    ? { act: 'plan', order: await planOrder(tx, keep, dub) }
    : { act: 'match', order: await matchOrder(tx, dub) };
}
