import { column, maybe } from '../database/columns.ts';
import { table } from '../database/table.ts';
import type { Role } from '../access/roles.ts';

/** Those who share titles: a studio, a localization house. */
export interface OrganisationRow {
  readonly id: string;
  readonly name: string;
  /** How many bytes it may store, `null` without a limit. */
  readonly quota: number | null;
  readonly madeAt: Date;
  readonly version: number;
}

/** Somebody who signs in. */
export interface PersonRow {
  readonly id: string;
  readonly organisation: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Whether they look after the installation: they may make organisations. */
  readonly operator: boolean;
  /** argon2id; `null` for one who signs in elsewhere or has not chosen a password yet. */
  readonly password: string | null;
  /** Whether the password was only lent, to be changed before anything else. */
  readonly mustChangePassword: boolean;
  /** When they were shut out, `null` when they may sign in. */
  readonly disabledAt: Date | null;
  readonly madeAt: Date;
  readonly version: number;
}

export const Organisations = table<OrganisationRow>('organisations', {
  id: column.id,
  name: column.text,
  quota: maybe(column.bytes),
  madeAt: column.madeAt,
  version: column.version,
});

export const People = table<PersonRow>(
  'people',
  {
    id: column.id,
    organisation: column.of('organisations'),
    email: column.text,
    name: column.text,
    role: column.text,
    operator: column.flag,
    password: maybe(column.text),
    mustChangePassword: column.flag,
    disabledAt: maybe(column.moment),
    madeAt: column.madeAt,
    version: column.version,
  },
  { unique: [['email']], index: [['organisation']] },
);
