import type { EntityManager } from 'typeorm';
import type { Notice } from './eventBus.ts';

/** What somebody wants to hear of. */
export interface StreamFilter {
  readonly organisation: string;
  readonly title: string | undefined;
  readonly dub: string | undefined;
}

/** Whoever missed more had better load everything anew. */
const MOST = 2000;

/**
 * A transaction is seen by others when it ends, not when its event got its id: what was begun shortly before the last
 * event that somebody heard may have ended after it.
 */
const OVERLAP_MS = 10_000;

/**
 * The events since one that somebody heard, in order, those of the seconds before it included; `undefined` when they are
 * too many to tell.
 */
export async function readMissed(
  tx: EntityManager,
  { organisation, title, dub }: StreamFilter,
  after: string,
): Promise<(Notice & { readonly id: string })[] | undefined> {
  const rows: (Notice & { id: string; at: Date })[] = await tx.query(
    `SELECT id, kind, thing, title, dub, data, made_at AS at FROM events
     WHERE organisation = $1 AND id > $2 AND id <> $3
       AND ($4::uuid IS NULL OR title = $4) AND ($5::uuid IS NULL OR dub = $5)
     ORDER BY id LIMIT ${MOST + 1}`,
    [organisation, firstIdAt(millisecondsOf(after) - OVERLAP_MS), after, title ?? null, dub ?? null],
  );
  if (rows.length > MOST) return undefined;
  return rows.map(({ at, ...event }) => ({ ...event, organisation, at: at.toISOString() }));
}

/** An id of version 7 begins with the milliseconds since 1970. */
const millisecondsOf = (id: string): number => parseInt(id.replace('-', '').slice(0, 12), 16);

function firstIdAt(milliseconds: number): string {
  const hex = Math.max(0, milliseconds).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7000-8000-000000000000`;
}
