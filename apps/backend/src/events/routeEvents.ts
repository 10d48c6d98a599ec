import type { EntityManager } from 'typeorm';
import { emit } from './emit.ts';
import type { EventKind } from './eventKinds.ts';

/** The routes whose success is worth telling, and as what; those that tell it themselves are not here. */
export const TOLD: Readonly<Record<string, EventKind>> = {
  'verdicts.give': 'verdict.given',
  'notes.create': 'note.written',
  'notes.edit': 'note.written',
  'notes.resolve': 'note.written',
  'rights.record': 'rights.changed',
  'rights.revoke': 'rights.changed',
};

/** A request that has been carried out. */
export interface Done {
  readonly route: string;
  readonly organisation: string;
  readonly person: string;
  /** What was made or changed. */
  readonly thing: string | null;
  readonly params: Readonly<Record<string, string>>;
  readonly reply: object | null;
}

/** Tells what a request has changed, if others may want to know it. */
export async function tellDone(
  tx: EntityManager,
  { route, organisation, person, thing, params, reply }: Done,
): Promise<void> {
  if (!Object.hasOwn(TOLD, route) || thing === null) return;
  const place = await placeOf(tx, { ...reply, ...params });
  await emit(tx, { organisation, kind: TOLD[route], thing, ...place, data: { by: person } });
}

interface Place {
  readonly title: string | null;
  readonly dub: string | null;
}

/** Of which title and dub something is that names one of them, or a take. */
async function placeOf(
  tx: EntityManager,
  { title = null, dub = null, take = null }: Partial<Place & { readonly take: string | null }>,
): Promise<Place> {
  if (dub === null && take === null) return { title, dub };
  const [place]: Place[] = await tx.query(
    `SELECT id AS dub, title FROM dubs
     WHERE id = coalesce($1::uuid, (SELECT dub FROM takes WHERE id = $2::uuid))`,
    [dub, take],
  );
  return place ?? { title, dub };
}
