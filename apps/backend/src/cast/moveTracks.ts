import { Refusal } from '@mondwerk/film';
import { In, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { choosePortraits } from './choosePortraits.ts';
import { Characters, FaceTracks, Performers, type PerformerRow } from './tables.ts';

/** Reads performers and keeps others from changing them until the transaction ends, always in the same order. */
const lockPerformers = (tx: EntityManager, ids: readonly string[]): Promise<PerformerRow[]> =>
  tx.find(Performers, {
    where: { id: In([...ids]) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });

/**
 * Joins a performer with another one who is the same person: tracks and parts go there; what was signed stays with the
 * row that is left behind. Whoever was merged into that one before stays so, to be theirs again when this is undone.
 * @throws Refusal `merge-impossible`.
 */
export async function mergePerformers(tx: EntityManager, from: string, into: string): Promise<void> {
  const performers = await lockPerformers(tx, [from, into]);
  const [one, other] = [from, into].map((id) => performers.find((each) => each.id === id)!);
  if (from === into)
    throw impossible(`${one.name} cannot be merged with themselves: name another performer.`);
  checkSameSource(one, other);
  checkOpen(one);
  checkOpen(other);
  await tx.update(FaceTracks, { performer: from }, { performer: into });
  await tx.update(Characters, { performer: from }, { performer: into });
  await tx.update(Performers, { id: from }, { mergedInto: into });
  await tx.increment(Performers, { id: into }, 'version', 1);
  await choosePortraits(tx, one.source);
}

/** Tracks that are somebody else's. */
export interface Split {
  readonly tracks: readonly string[];
  /** Whose they are; somebody new when not given. */
  readonly into?: string | undefined;
  /** What somebody new is called. */
  readonly name?: string | undefined;
}

/**
 * Takes tracks from a performer. To split what was merged, `into` names the one who was merged, who is back then.
 * Returns whose they are now. @throws Refusal `split-impossible`, `merge-impossible`.
 */
export async function splitPerformer(tx: EntityManager, from: string, split: Split): Promise<string> {
  const into = split.into ?? newId();
  const performers = await lockPerformers(tx, [from, into]);
  const one = performers.find(({ id }) => id === from)!;
  await checkTracks(tx, one, split.tracks);
  const other = performers.find(({ id }) => id === into);
  if (other === undefined) await addPerformer(tx, one, into, split.name);
  else checkSameSource(one, other);
  await tx.update(Performers, { id: into }, { mergedInto: null });
  await tx.update(FaceTracks, { id: In([...split.tracks]) }, { performer: into });
  await choosePortraits(tx, one.source);
  return into;
}

async function addPerformer(
  tx: EntityManager,
  { organisation, title, source, strength }: PerformerRow,
  id: string,
  name: string | undefined,
): Promise<void> {
  const number = (await tx.countBy(Performers, { title })) + 1;
  const row = { id, mark: id, name: name ?? `Performer ${number}`, organisation, title, source, strength };
  await tx.insert(Performers, row);
}

async function checkTracks(tx: EntityManager, from: PerformerRow, tracks: readonly string[]): Promise<void> {
  const own = await tx.countBy(FaceTracks, { performer: from.id });
  const wanted = await tx.countBy(FaceTracks, { performer: from.id, id: In([...tracks]) });
  if (wanted < new Set(tracks).size) {
    throw new Refusal(
      'split-impossible',
      `Some of these tracks are not ${from.name}'s (any more): list the tracks again and choose from them.`,
    );
  }
  if (wanted < own) return;
  throw new Refusal(
    'split-impossible',
    `These are all tracks of ${from.name}, so nobody would be left: merge or rename ${from.name} instead.`,
  );
}

function checkSameSource(one: PerformerRow, other: PerformerRow): void {
  if (one.source === other.source) return;
  throw impossible(
    `${one.name} and ${other.name} are in different sources: only faces of one film are joined.`,
  );
}

function checkOpen({ name, mergedInto }: PerformerRow): void {
  if (mergedInto !== null) throw impossible(`${name} was merged already: list the performers again.`);
}

const impossible = (sentence: string): Refusal => new Refusal('merge-impossible', sentence);
