import { In, type EntityManager } from 'typeorm';
import { Performers } from '../cast/tables.ts';
import type { DubRow } from '../dubs/tables.ts';
import { deliveryName } from '../pipeline/delivery/deliveryName.ts';
import type { DeliverOrder, MatchOrder, PlanOrder } from '../pipeline/orders.ts';
import type { TakeRow } from '../reviews/tables.ts';
import { Titles } from '../titles/tables.ts';
import { replacedIn } from './replacedIn.ts';
import type { NewDelivery } from './schemas.ts';

/** What is delivered, as what, and its number in the title. */
export interface Packed extends Pick<NewDelivery, 'profile'> {
  readonly number: number;
  readonly takes: readonly TakeRow[];
}

/**
 * Writes down what is delivered: the film is that of the plan that the takes were rendered from, and so are the voice and
 * the script of a dub.
 */
export async function deliverOrder(
  tx: EntityManager,
  planned: PlanOrder | MatchOrder,
  dub: DubRow,
  { number, takes, profile }: Packed,
): Promise<DeliverOrder> {
  const { title, source } = planned;
  const names = await namesOf(tx, takes);
  const { language } = await tx.findOneByOrFail(Titles, { id: dub.title });
  const replaced = await replacedIn(tx, dub, takes);
  const ending = dub.kind === 'dub' ? dub.language : 'replaced';
  return {
    ...{ title, source, profile, ...voiceOf(planned) },
    ...(replaced.length > 0 && { replaced }),
    originalLanguage: language,
    takes: takes.map((take) => ({
      ...take.result.take,
      take: take.number,
      performers: take.performers.flatMap((performer) => names.get(performer) ?? []),
    })),
    out: `titles/${title}/deliveries/${number}/${deliveryName(source.name, ending, profile)}`,
  };
}

function voiceOf(planned: PlanOrder | MatchOrder): Pick<DeliverOrder, 'stems' | 'script' | 'settings'> {
  if (!('stems' in planned)) return {};
  const { stems, script, settings } = planned;
  return { stems, script, settings };
}

async function namesOf(tx: EntityManager, takes: readonly TakeRow[]): Promise<Map<string, string>> {
  const ids = [...new Set(takes.flatMap(({ performers }) => performers))];
  const rows = await tx.find(Performers, { where: { id: In(ids) }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
