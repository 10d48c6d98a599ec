import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Refusal } from '@mondwerk/film';
import type { Settings } from '../settings.ts';
import { checkPassword, hashPassword } from './password.ts';
import { hashOf, newSecret } from './secrets.ts';
import { endSessions } from './sessions.ts';
import { Invitations } from './signInTables.ts';
import { People, type PersonRow } from './tables.ts';

const DAYS = 7;

/** A link to choose a password with, once. */
export interface Invitation {
  readonly token: string;
  /** Where the dashboard asks for the password. */
  readonly url: string;
  readonly expiresAt: Date;
}

/** Invites somebody to choose a password; an earlier invitation of theirs ends. */
export async function invite(
  tx: EntityManager,
  { id: person, organisation }: Pick<PersonRow, 'id' | 'organisation'>,
  { DASHBOARD_URL }: Settings,
): Promise<Invitation> {
  const token = newSecret('mwi');
  const expiresAt = new Date(Date.now() + DAYS * 86_400_000);
  await tx.delete(Invitations, { person });
  await tx.insert(Invitations, { id: newId(), organisation, person, secret: hashOf(token), expiresAt });
  // After the # it stays in the browser and out of every log.
  return { token, url: `${DASHBOARD_URL.replace(/\/$/, '')}/invitation#${token}`, expiresAt };
}

/** Takes an invitation: its person has this password from now on. @throws Refusal `invitation-ended`, `password-weak`. */
export async function acceptInvitation(
  tx: EntityManager,
  token: string,
  password: string,
): Promise<PersonRow> {
  const invitation = await tx.findOne(Invitations, {
    where: { secret: hashOf(token) },
    lock: { mode: 'pessimistic_write' },
  });
  const person = invitation && (await tx.findOneBy(People, { id: invitation.person }));
  if (!person || person.disabledAt !== null || invitation.expiresAt.getTime() < Date.now()) {
    throw new Refusal('invitation-ended', 'This invitation was used or has ended: ask for a new one.');
  }
  checkPassword(password, person.email);
  await tx.update(
    People,
    { id: person.id },
    { password: await hashPassword(password), mustChangePassword: false },
  );
  await tx.delete(Invitations, { id: invitation.id });
  await endSessions(tx, person.id);
  return person;
}
