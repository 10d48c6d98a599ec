import type { EntityManager } from 'typeorm';
import { Refusal } from '@mondwerk/film';
import type { Actor } from '../access/actor.ts';
import { performersOf } from '../dubs/performersOf.ts';
import { Replacements } from '../dubs/replacementTable.ts';
import { Dubs, type DubRow } from '../dubs/tables.ts';
import type { DeliverOrder } from '../pipeline/orders.ts';
import type { Runner } from '../queue/runner.ts';
import { Runs } from '../queue/tables.ts';
import { requireRights } from '../rights/requireRights.ts';
import { rightsOfDub } from '../rights/rightsOfDub.ts';
import { addSource } from '../titles/addSource.ts';
import { Sources, type MadeFrom, type SourceRow } from '../titles/tables.ts';
import { Deliveries, type DeliveryRow } from './tables.ts';

/**
 * Makes the film of a delivered replacement the newest source of its title, so that it can be dubbed like any other: what
 * was replaced in it stays known. @throws Refusal `delivery-not-ready`, `not-a-replacement`, `conflict` when it is one
 * already, and those of `requireRights`.
 */
export async function becomeSource(
  tx: EntityManager,
  runner: Runner,
  id: string,
  actor: Actor,
): Promise<SourceRow> {
  const delivery = await tx.findOneOrFail(Deliveries, { where: { id }, lock: { mode: 'pessimistic_write' } });
  const dub = await tx.findOneByOrFail(Dubs, { id: delivery.dub });
  requireReplaced(delivery, dub);
  await requireRights(tx, await rightsOfDub(tx, dub, { performers: [] }));
  const { order } = await tx.findOneByOrFail(Runs, { id: delivery.run! });
  const { out: key, replaced } = order as DeliverOrder;
  const film = delivery.files.find((file) => file.key === key)!;
  const { organisation, title, number } = delivery;
  await requireNew(tx, { title, key });
  const { name, sha256, bytes } = film;
  return addSource(tx, runner, {
    ...{ organisation, title, name, key, sha256, bytes, askedBy: actor.person },
    madeFrom: { delivery: id, number, replaced: await withIds(tx, dub, replaced!) },
  });
}

function requireReplaced({ state, problem, number }: DeliveryRow, { kind }: DubRow): void {
  if (kind !== 'replacement') {
    throw new Refusal(
      'not-a-replacement',
      `Delivery ${number} is one of a dub, whose mouths move already: only the film of a replacement can be dubbed.`,
    );
  }
  if (state === 'ready') return;
  const because = problem === null ? '' : ` (${problem})`;
  throw new Refusal('delivery-not-ready', `Delivery ${number} is ${state}${because}: use one that is ready.`);
}

async function requireNew(tx: EntityManager, where: Pick<SourceRow, 'title' | 'key'>): Promise<void> {
  const there = await tx.findOneBy(Sources, where);
  if (there === null) return;
  throw new Refusal(
    'conflict',
    `${there.name} of this delivery is a source of the title already: use that one.`,
  );
}

/** What a delivery tells of replaced faces, with whose they are: those of the film that it was made from come first. */
async function withIds(
  tx: EntityManager,
  dub: DubRow,
  told: NonNullable<DeliverOrder['replaced']>,
): Promise<MadeFrom['replaced']> {
  const { madeFrom } = await tx.findOneByOrFail(Sources, { id: dub.source });
  const before = madeFrom?.replaced ?? [];
  const { replaced, shown } = await performersOf(tx, await tx.findOneByOrFail(Replacements, { dub: dub.id }));
  return [...before, { replaced: replaced.id, shown: shown.id, told: told.at(-1)! }];
}
