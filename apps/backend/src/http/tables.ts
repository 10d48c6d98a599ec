import { column, maybe } from '../database/columns.ts';
import { table } from '../database/table.ts';

/** What was answered to a creation, so that it can be asked for again and happens once. */
export interface IdempotencyRow {
  readonly id: string;
  readonly organisation: string;
  /** Who asked: a person, or a token. */
  readonly actor: string;
  readonly key: string;
  /** SHA-256 of route and body: the same key with another request is a mistake. */
  readonly request: string;
  readonly status: number | null;
  readonly reply: object | null;
  readonly madeAt: Date;
}

export const IdempotencyKeys = table<IdempotencyRow>(
  'idempotency_keys',
  {
    id: column.id,
    organisation: column.of('organisations'),
    actor: column.uuid,
    key: column.text,
    request: column.text,
    status: maybe(column.integer),
    reply: maybe(column.json),
    madeAt: column.madeAt,
  },
  { unique: [['actor', 'key']], index: [['madeAt']] },
);
