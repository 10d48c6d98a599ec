import { In, type EntityManager } from 'typeorm';
import { performersOf } from '../dubs/performersOf.ts';
import { Replacements } from '../dubs/replacementTable.ts';
import { requireNamed } from '../cast/requireNamed.ts';
import type { DubRow } from '../dubs/tables.ts';
import type { DeliveredReplacement, ReplaceOrder } from '../pipeline/orders.ts';
import { Runs } from '../queue/tables.ts';
import type { TakeRow } from '../reviews/tables.ts';
import { findCoveringRights } from '../rights/requireRights.ts';
import { rightsOfBoth } from '../rights/rightsOfDub.ts';
import { Sources } from '../titles/tables.ts';

type Delivered = Pick<TakeRow, 'run' | 'result'>;

/**
 * Tells whose heads have whose faces in what is delivered of a dub or a replacement: by its own takes, and in the film
 * that it was made from. @throws Refusal `performer-unnamed`.
 */
export async function replacedIn(
  tx: EntityManager,
  dub: DubRow,
  takes: readonly Delivered[],
): Promise<DeliveredReplacement[]> {
  const { madeFrom } = await tx.findOneByOrFail(Sources, { id: dub.source });
  const before = madeFrom?.replaced.map(({ told }) => told) ?? [];
  return dub.kind === 'dub' ? before : [...before, await tellReplaced(tx, dub, takes)];
}

/** Tells of what takes of a replacement show, by the names of both and by the rights that hold today. */
export async function tellReplaced(
  tx: EntityManager,
  dub: DubRow,
  takes: readonly Delivered[],
): Promise<DeliveredReplacement> {
  const both = await performersOf(tx, await tx.findOneByOrFail(Replacements, { dub: dub.id }));
  requireNamed(both.shown);
  const { name: file, sha256 } = await tx.findOneByOrFail(Sources, { id: dub.source });
  const bases = await findCoveringRights(tx, rightsOfBoth(dub.title, both.replaced.id, both.shown.id));
  return {
    ...{ replaced: both.replaced.name, shown: both.shown.name, film: { file, sha256 } },
    shots: takes.map(({ result }) => result.take.shot).sort((a, b) => a - b),
    ...(await madeWith(tx, takes)),
    rights: bases.map(({ performer, basis: { kind, signer, signedOn, validTo, evidenceSha256 } }) => ({
      ...{ performer, kind, signer, signedOn, validTo, evidenceSha256 },
    })),
  };
}

/** Each file of footage and each network that the takes were rendered with. */
async function madeWith(
  tx: EntityManager,
  takes: readonly Delivered[],
): Promise<Pick<DeliveredReplacement, 'footage' | 'networks'>> {
  const runs = await tx.findBy(Runs, { id: In([...new Set(takes.map(({ run }) => run))]) });
  const orders = runs.map(({ order }) => order as ReplaceOrder);
  const donors = orders.flatMap((order) => order.donors);
  const bySum = new Map(donors.map(({ name: file, sha256 }) => [sha256, { file, sha256 }]));
  const networks = orders.flatMap(({ settings: { generator = [], restorer = [] } }) =>
    [generator, restorer].flat(),
  );
  return { footage: [...bySum.values()], networks: [...new Set(networks)] };
}
