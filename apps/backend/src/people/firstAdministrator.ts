import { v7 as newId } from 'uuid';
import type { Platform } from '../platform.ts';
import { hashPassword, oneTimePassword } from './password.ts';
import { Organisations, People } from './tables.ts';

/** What the first administrator signs in with. */
export interface FirstAdministrator {
  readonly email: string;
  /** To be changed at the first sign-in; kept nowhere. */
  readonly password: string;
}

const EMAIL = 'administrator@mondwerk.local';

/** Any number that nobody else takes: processes that start at once wait for each other on it. */
const LOCK = 7_301_952;

/** Makes the first organisation with its administrator, who is an operator too; `null` when there is anybody already. */
export function createFirstAdministrator({
  database,
  settings,
}: Pick<Platform, 'database' | 'settings'>): Promise<FirstAdministrator | null> {
  return database.transaction(async (tx) => {
    await tx.query(`SELECT pg_advisory_xact_lock($1)`, [LOCK]);
    if ((await tx.count(People)) > 0) return null;
    const organisation = newId();
    const password = oneTimePassword();
    await tx.insert(Organisations, {
      id: organisation,
      name: 'My organisation',
      quota: settings.QUOTA_BYTES ?? null,
    });
    await tx.insert(People, {
      id: newId(),
      organisation,
      email: EMAIL,
      name: 'Administrator',
      role: 'administrator',
      operator: true,
      password: await hashPassword(password),
      mustChangePassword: true,
      disabledAt: null,
    });
    return { email: EMAIL, password };
  });
}
