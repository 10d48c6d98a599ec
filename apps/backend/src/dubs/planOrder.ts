import { Refusal } from '@mondwerk/film';
import { IsNull, type EntityManager } from 'typeorm';
import { Characters, FaceTracks, Performers, type PerformerRow } from '../cast/tables.ts';
import { differs } from '../pipeline/lineSettings.ts';
import type { Casting, PlanOrder } from '../pipeline/orders.ts';
import type { SourceRow } from '../titles/tables.ts';
import type { KeepText } from './keepText.ts';
import { gatherOriginal, gatherSpoken } from './spokenOrder.ts';
import type { DubRow, LineRow } from './tables.ts';

/**
 * Writes down what a dub is planned from, as things stand now: voice, lines, who is in the film, who says what.
 * @throws Refusal `dub-incomplete`, `voice-length`, `no-face`.
 */
export async function planOrder(tx: EntityManager, keep: KeepText, dub: DubRow): Promise<PlanOrder> {
  const { source, order, lines } = await gatherSpoken(tx, keep, dub);
  const dubbed = await tx.find(Performers, {
    where: { source: source.id, ignored: false, mergedInto: IsNull() },
    order: { id: 'ASC' },
  });
  return {
    ...order,
    original: await gatherOriginal(tx, keep, source),
    performers: await withTracks(tx, source, dubbed),
    casting: await castingOf(tx, dub, lines, dubbed),
    lineSettings: lines.flatMap(({ index, settings }) =>
      settings !== null && differs(settings) ? [{ line: index, ...settings }] : [],
    ),
  };
}

async function withTracks(
  tx: EntityManager,
  { id, name }: SourceRow,
  performers: readonly PerformerRow[],
): Promise<NonNullable<PlanOrder['performers']>> {
  const tracks = await tx.find(FaceTracks, {
    where: { source: id },
    order: { shot: 'ASC', start: 'ASC', mark: 'ASC' },
  });
  const byPerformer = Map.groupBy(tracks, ({ performer }) => performer);
  const seen = performers.flatMap((performer) => {
    const own = byPerformer.get(performer.id);
    return own === undefined
      ? []
      : [{ id: performer.id, tracks: own.map(({ mark }) => mark), strength: performer.strength }];
  });
  if (seen.length > 0) return seen;
  throw new Refusal(
    'no-face',
    tracks.length === 0
      ? `No face was found anywhere in ${name}: use a film in which a speaking face is at least 4% of the picture's height.`
      : `All performers of ${name} are ignored: say which of them are to be dubbed.`,
  );
}

/** What people decided: of parts whose performer is not in this film nothing is said. */
async function castingOf(
  tx: EntityManager,
  { title }: DubRow,
  lines: readonly LineRow[],
  dubbed: readonly PerformerRow[],
): Promise<Casting> {
  const characters = await tx.find(Characters, { where: { title }, order: { id: 'ASC' } });
  const known = new Set(dubbed.map(({ id }) => id));
  return {
    characters: characters
      .filter(({ performer, offScreen }) => offScreen || known.has(performer ?? ''))
      .map(({ name, performer, offScreen }) => ({
        character: name,
        performer: offScreen ? null : performer,
      })),
    lines: lines.flatMap(({ index, offScreen }) => (offScreen ? [{ line: index, performer: null }] : [])),
  };
}
