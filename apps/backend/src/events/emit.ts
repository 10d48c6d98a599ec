import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { EVENTS } from '../queue/jobEvents.ts';
import type { EventKind } from './eventKinds.ts';
import { Events } from './tables.ts';

/** Something that happened, to be told. */
export interface Happening {
  readonly organisation: string;
  readonly kind: EventKind;
  /** The id of what it happened to. */
  readonly thing: string;
  readonly title?: string | null;
  readonly dub?: string | null;
  /** What else there is to say, small. */
  readonly data?: object;
}

/** PostgreSQL takes notices up to 8000 bytes; longer data is left out of them, not out of the event. */
const LONGEST_NOTICE = 7500;

/**
 * Tells that something happened, in the transaction in which it happens: once that is committed, everyone who listens
 * hears of it, and every webhook that wants to know gets a message.
 */
export async function emit(tx: EntityManager, happening: Happening): Promise<void> {
  const { organisation, kind, thing, title = null, dub = null, data = {} } = happening;
  const event = { id: newId(), organisation, kind, thing, title, dub, data };
  const { generatedMaps } = await tx.insert(Events, event);
  const { madeAt } = generatedMaps[0] as { madeAt: Date };
  const at = madeAt.toISOString();
  await tx.query(
    `INSERT INTO webhook_deliveries (id, organisation, webhook, event, kind, body, state, next_at)
     SELECT gen_random_uuid(), organisation, id, $2, $3, $4, 'waiting', now() FROM webhooks
     WHERE organisation = $1 AND disabled_at IS NULL AND (kinds = '{}' OR $3 = ANY(kinds))`,
    [organisation, event.id, kind, JSON.stringify({ id: event.id, kind, at, thing, title, dub, data })],
  );
  const notice = JSON.stringify({ ...event, at });
  const fits = Buffer.byteLength(notice) <= LONGEST_NOTICE;
  await tx.query('SELECT pg_notify($1, $2)', [
    EVENTS,
    fits ? notice : JSON.stringify({ ...event, at, data: {} }),
  ]);
}
