import { column, maybe } from '../database/columns.ts';
import { table } from '../database/table.ts';
import type { EventKind } from './eventKinds.ts';

/** Something that happened. It is kept for some days, for those who were not listening. */
export interface EventRow {
  readonly id: string;
  readonly organisation: string;
  readonly kind: EventKind;
  /** What it happened to. */
  readonly thing: string;
  readonly title: string | null;
  readonly dub: string | null;
  /** What else there is to say, small. */
  readonly data: object;
  readonly madeAt: Date;
}

/** An address of somebody else's that is told what happens. */
export interface WebhookRow {
  readonly id: string;
  readonly organisation: string;
  readonly url: string;
  /** What it wants to hear of; everything when empty. */
  readonly kinds: readonly EventKind[];
  /** With which messages are signed; sealed. */
  readonly secret: string;
  /** Tries that failed since one succeeded. */
  readonly failures: number;
  /** When it was turned off, by a person or because nobody answered there. */
  readonly disabledAt: Date | null;
  readonly disabledReason: string | null;
  readonly madeBy: string | null;
  readonly madeAt: Date;
  readonly version: number;
}

/** How a message to a webhook fares. */
export type MessageState = 'waiting' | 'delivered' | 'failed';

/** One message to a webhook, and what became of it. */
export interface WebhookDeliveryRow {
  readonly id: string;
  readonly organisation: string;
  readonly webhook: string;
  readonly event: string;
  readonly kind: EventKind;
  /** Exactly what is sent, each time. */
  readonly body: string;
  readonly state: MessageState;
  readonly attempts: number;
  /** When it is tried next, `null` when it is not. */
  readonly nextAt: Date | null;
  /** The HTTP status of the last answer, if there was one. */
  readonly status: number | null;
  /** Why the last try failed. */
  readonly problem: string | null;
  readonly milliseconds: number | null;
  readonly madeAt: Date;
  readonly endedAt: Date | null;
}

export const Events = table<EventRow>(
  'events',
  {
    id: column.id,
    organisation: column.of('organisations'),
    kind: column.text,
    thing: column.uuid,
    title: maybe(column.uuid),
    dub: maybe(column.uuid),
    data: column.json,
    madeAt: column.madeAt,
  },
  { index: [['organisation', 'id'], ['madeAt']] },
);

export const Webhooks = table<WebhookRow>(
  'webhooks',
  {
    id: column.id,
    organisation: column.of('organisations'),
    url: column.text,
    kinds: column.texts,
    secret: column.text,
    failures: { ...column.integer, default: 0 },
    disabledAt: maybe(column.moment),
    disabledReason: maybe(column.text),
    madeBy: column.toward('people'),
    madeAt: column.madeAt,
    version: column.version,
  },
  { index: [['organisation', 'id']] },
);

export const WebhookDeliveries = table<WebhookDeliveryRow>(
  'webhook_deliveries',
  {
    id: column.id,
    organisation: column.of('organisations'),
    webhook: column.of('webhooks'),
    event: column.uuid,
    kind: column.text,
    body: column.text,
    state: column.text,
    attempts: { ...column.integer, default: 0 },
    nextAt: maybe(column.moment),
    status: maybe(column.integer),
    problem: maybe(column.text),
    milliseconds: maybe(column.integer),
    madeAt: column.madeAt,
    endedAt: maybe(column.moment),
  },
  { index: [['webhook', 'id'], ['state', 'nextAt'], ['madeAt']] },
);
