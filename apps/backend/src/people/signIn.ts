import type { EntityManager } from 'typeorm';
import { Refusal } from '@mondwerk/film';
import { writeAudit } from '../audit/writeAudit.ts';
import type { Platform } from '../platform.ts';
import { isPassword } from './password.ts';
import { secondFactorOf, takeCode } from './secondFactor.ts';
import { endSession, startSession, type Started } from './sessions.ts';
import { People, type PersonRow } from './tables.ts';
import { LockedOut, type Try } from './tries.ts';

/** What somebody says to sign in. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Six digits of their authenticator app, or a recovery code. */
  readonly code?: string | undefined;
}

/** Where a request came from and what it is called. */
export interface Origin {
  readonly address: string;
  readonly request: string;
}

/** Checks who somebody is. @throws Refusal `not-signed-in`, `second-factor-needed`, `too-many-requests`. */
export async function checkCredentials(
  platform: Platform,
  { email, password, code }: Credentials,
  origin: Origin,
): Promise<PersonRow> {
  const { manager } = platform.database;
  const person = await manager.findOneBy(People, { email });
  const now = await beginTry(platform, email, person, origin);
  const mayTry = person !== null && person.disabledAt === null;
  const right = await isPassword(password, mayTry ? person.password : null);
  if (person === null || !right) {
    await note(manager, person, 'session.refused', { ...origin, why: 'password' });
    throw new Refusal('not-signed-in', 'E-mail or password is wrong.');
  }
  await checkCode(platform, person, code, origin, now);
  await now.succeed();
  return person;
}

async function checkCode(
  { database: { manager }, sealing }: Platform,
  person: PersonRow,
  code: string | undefined,
  origin: Origin,
  now: Try,
): Promise<void> {
  const factor = await secondFactorOf(manager, person.id);
  if (factor === null) return;
  if (code === undefined) {
    await now.takeBack();
    throw new Refusal('second-factor-needed', 'Send also the `code` that your authenticator app shows.');
  }
  if (await takeCode(manager, sealing, factor, code)) return;
  await note(manager, person, 'session.refused', { ...origin, why: 'code' });
  throw new Refusal('not-signed-in', 'The code is wrong or was used already: wait for the next one.');
}

/** Counts a try of somebody to prove who they are. @throws LockedOut, which the audit log notes when it begins. */
export async function beginTry(
  { database, tries }: Platform,
  email: string,
  person: Pick<PersonRow, 'id' | 'organisation'> | null,
  origin: Origin,
): Promise<Try> {
  try {
    return await tries.begin({ address: origin.address, email });
  } catch (error) {
    if (error instanceof LockedOut && error.now) {
      await note(database.manager, person, 'session.locked', { ...origin, seconds: error.seconds });
    }
    throw error;
  }
}

/** Begins a session in the place of the one that the browser may still have had. */
export const beginSession = (
  { database, settings }: Platform,
  person: PersonRow,
  { origin, old, how }: { readonly origin: Origin; readonly old: string | undefined; readonly how: string },
): Promise<Started> =>
  database.transaction(async (tx) => {
    await endSession(tx, old);
    const started = await startSession(tx, person, settings.SESSION_HOURS);
    await note(tx, person, 'session.create', { ...origin, how });
    return started;
  });

/** Writes into the audit log what happened to somebody; of those whom nobody knows there is no log. */
export async function note(
  tx: EntityManager,
  person: Pick<PersonRow, 'id' | 'organisation'> | null,
  act: string,
  { request, ...detail }: Origin & Readonly<Record<string, unknown>>,
): Promise<void> {
  if (person === null) return;
  const { id, organisation } = person;
  await writeAudit(tx, { organisation, person: id, token: null, act, thing: id, detail, request });
}
