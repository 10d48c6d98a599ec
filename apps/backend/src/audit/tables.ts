import { column, maybe } from '../database/columns.ts';
import { table } from '../database/table.ts';

/** Something that was done, by whom. It stays when all it speaks of is gone, and the database refuses to change it. */
export interface AuditRow {
  readonly id: string;
  readonly organisation: string;
  readonly at: Date;
  readonly person: string | null;
  /** The API token that was used, if one was. */
  readonly token: string | null;
  /** What was done: the route's name, such as `titles.create`. */
  readonly act: string;
  /** What it was done to. */
  readonly thing: string | null;
  readonly detail: object;
  readonly request: string | null;
}

export const AuditLog = table<AuditRow>(
  'audit_log',
  {
    id: column.id,
    organisation: column.uuid,
    at: column.madeAt,
    person: maybe(column.uuid),
    token: maybe(column.uuid),
    act: column.text,
    thing: maybe(column.uuid),
    detail: column.json,
    request: maybe(column.text),
  },
  { index: [['organisation', 'id'], ['thing']] },
);
