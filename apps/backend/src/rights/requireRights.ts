import { In, type EntityManager } from 'typeorm';
import { Refusal } from '@mondwerk/film';
import { Performers } from '../cast/tables.ts';
import { turnedOutToBe } from '../cast/turnedOutToBe.ts';
import { Titles } from '../titles/tables.ts';
import {
  covers,
  dayOf,
  missingRights,
  type MissingRight,
  type Needed,
  type ReplacementRole,
} from './checkRights.ts';
import { RightsBases, type RightsBasisRow } from './tables.ts';

/** Whose faces are wanted, by the ids of their rows. */
export interface RightsNeeded extends Pick<Needed, 'language' | 'extent' | 'territories'> {
  readonly title: string;
  readonly performers: readonly string[];
  /** What a replacement does with each of them; left out where mouths are dubbed. */
  readonly roles?: ReadonlyMap<string, ReplacementRole>;
}

/** How many sentences a refusal has room for. */
const MOST_SENTENCES = 8;

/** Makes sure that every performer may be shown so. @throws Refusal `rights-missing` that names what is missing. */
export async function requireRights(tx: EntityManager, needed: readonly RightsNeeded[]): Promise<void> {
  const missing = await findAllMissingRights(tx, needed);
  if (missing.length === 0) return;
  const told = missing.slice(0, MOST_SENTENCES).map(({ sentence }) => sentence);
  const more = missing.length - told.length;
  throw new Refusal('rights-missing', [...told, ...(more > 0 ? [`And ${more} more.`] : [])].join(' '));
}

/** Finds out what stands in the way of all that is needed, each thing once. */
export async function findAllMissingRights(
  tx: EntityManager,
  needed: readonly RightsNeeded[],
): Promise<MissingRight[]> {
  const found: MissingRight[] = [];
  for (const each of needed) found.push(...(await findMissingRights(tx, each)));
  return [...new Map(found.map((missing) => [missing.sentence, missing])).values()];
}

/** Finds out what stands in the way of showing performers so, by what is recorded and by today's date (UTC). */
export async function findMissingRights(tx: EntityManager, wanted: RightsNeeded): Promise<MissingRight[]> {
  if (wanted.performers.length === 0) return [];
  const { needed, bases } = await gather(tx, wanted);
  return missingRights(needed, bases, dayOf(new Date()));
}

/** A basis that covers all that is needed of somebody, and what they are called. */
export interface Covering {
  readonly performer: string;
  readonly basis: RightsBasisRow;
}

/** Finds the newest basis of every performer that covers all that is needed of them today (UTC), where there is one. */
export async function findCoveringRights(tx: EntityManager, wanted: RightsNeeded): Promise<Covering[]> {
  const { needed, bases } = await gather(tx, wanted);
  return needed.performers.flatMap(({ id, name, role }) => {
    const own = bases.filter(({ performer }) => performer === id);
    const basis = own.find((each) => covers(each, { ...needed, role }, dayOf(new Date())));
    return basis === undefined ? [] : [{ performer: name, basis }];
  });
}

interface Gathered {
  readonly needed: Needed;
  /** The newest first, each of whom its performer turned out to be. */
  readonly bases: readonly RightsBasisRow[];
}

async function gather(
  tx: EntityManager,
  { title, performers, roles, ...scope }: RightsNeeded,
): Promise<Gathered> {
  const { name } = await tx.findOneByOrFail(Titles, { id: title });
  const people = await whoTheyAre(tx, title, name, performers);
  const bases = await tx.find(RightsBases, {
    where: { title, performer: In([...people.values()].flatMap(({ rows }) => rows)) },
    order: { id: 'DESC' },
  });
  const personOf = new Map([...people].flatMap(([id, { rows }]) => rows.map((row) => [row, id] as const)));
  return {
    needed: {
      ...scope,
      title: name,
      performers: [...people].map(([id, { name, asked }]) => ({ id, name, role: roleOf(asked, roles) })),
    },
    bases: bases.map((basis) => ({ ...basis, performer: personOf.get(basis.performer)! })),
  };
}

const roleOf = (asked: readonly string[], roles: RightsNeeded['roles']): ReplacementRole | undefined =>
  asked.flatMap((id) => roles?.get(id) ?? [])[0];

interface Person {
  readonly name: string;
  /** By which ids they were asked for. */
  readonly asked: readonly string[];
  /** All rows that turned out to be this person: what was signed may be recorded with any of them. */
  readonly rows: readonly string[];
}

/** Performers were perhaps merged since they were planned: they stand for the person that they turned out to be. */
async function whoTheyAre(
  tx: EntityManager,
  title: string,
  titleName: string,
  ids: readonly string[],
): Promise<Map<string, Person>> {
  const all = await tx.find(Performers, {
    where: { title },
    select: { id: true, name: true },
  });
  const became = await turnedOutToBe(
    tx,
    all.map(({ id }) => id),
  );
  const now = (id: string): string => became.get(id) ?? id;
  const byId = new Map(all.map((row) => [row.id, row]));
  const wanted = [...new Set(ids)].map((id) => {
    if (byId.has(id)) return now(id);
    throw new Refusal(
      'rights-missing',
      `Somebody in these shots is no longer among the performers of “${titleName}”: plan the dub again.`,
    );
  });
  return new Map(
    wanted.map((id) => [
      id,
      {
        name: byId.get(id)!.name,
        asked: ids.filter((asked) => now(asked) === id),
        rows: all.filter((row) => now(row.id) === id).map((row) => row.id),
      },
    ]),
  );
}
