import { Not, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { PersonRow } from './tables.ts';
import { Sessions } from './signInTables.ts';
import { hashOf, newSecret } from './secrets.ts';

/** A session that has just begun. */
export interface Started {
  /** What the browser's cookie shall hold; it is kept nowhere else. */
  readonly secret: string;
  readonly expiresAt: Date;
}

/** Begins a session of somebody, of so many hours at most. */
export async function startSession(
  tx: EntityManager,
  { id: person, organisation }: Pick<PersonRow, 'id' | 'organisation'>,
  hours: number,
): Promise<Started> {
  const secret = newSecret('mws');
  const expiresAt = new Date(Date.now() + hours * 3_600_000);
  await tx.query(`DELETE FROM sessions WHERE person = $1 AND expires_at < now()`, [person]);
  await tx.insert(Sessions, {
    id: newId(),
    organisation,
    person,
    secret: hashOf(secret),
    seenAt: new Date(),
    expiresAt,
  });
  return { secret, expiresAt };
}

/** Ends the session with this secret, if there is one. */
export async function endSession(tx: EntityManager, secret: string | undefined): Promise<void> {
  if (secret !== undefined) await tx.delete(Sessions, { secret: hashOf(secret) });
}

/** Ends all sessions of somebody, except perhaps the one they are in. */
export async function endSessions(tx: EntityManager, person: string, except?: string): Promise<void> {
  await tx.delete(Sessions, { person, ...(except === undefined ? {} : { secret: Not(hashOf(except)) }) });
}
