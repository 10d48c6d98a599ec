import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { z } from 'zod';
import { Refusal } from '@mondwerk/film';
import { edit } from '../database/edit.ts';
import type { Settings } from '../settings.ts';
import type { Actor } from '../access/actor.ts';
import { invite, type Invitation } from './invitations.ts';
import { hashPassword, oneTimePassword } from './password.ts';
import type { NewPerson, PersonChanges } from './personView.ts';
import { endSessions } from './sessions.ts';
import { People, type PersonRow } from './tables.ts';

/** Somebody new, and what they sign in with. */
export interface Made extends PersonRow {
  readonly invitation: Invitation | null;
}

/** Adds somebody to an organisation; `password` of the result is readable, this once. @throws Refusal `conflict`. */
export async function addPerson(
  tx: EntityManager,
  organisation: string,
  { signIn, ...given }: z.output<typeof NewPerson>,
  settings: Settings,
): Promise<Made> {
  const password = signIn === 'password' ? oneTimePassword() : null;
  const kept = password === null ? null : await hashPassword(password);
  const row = await saved(given.email, () =>
    tx.save(People, {
      id: newId(),
      organisation,
      ...given,
      operator: false,
      password: kept,
      disabledAt: null,
      mustChangePassword: password !== null,
    }),
  );
  return { ...row, password, invitation: signIn === 'invitation' ? await invite(tx, row, settings) : null };
}

/** Changes somebody. @throws Refusal `not-allowed`, `last-administrator`, `conflict`, `version-stale`. */
export async function changePerson(
  tx: EntityManager,
  actor: Actor,
  { id, expected }: { readonly id: string; readonly expected: number },
  { disabled, ...changes }: z.output<typeof PersonChanges>,
): Promise<PersonRow> {
  if (changes.operator !== undefined && !actor.operator) {
    throw new Refusal('not-allowed', 'Only operators make operators.');
  }
  const person = await checkMayChange(tx, actor, id);
  await checkNotLast(tx, person, {
    administrator: disabled === true || (changes.role ?? 'administrator') !== 'administrator',
    operator: disabled === true || changes.operator === false,
  });
  const row = await saved(changes.email ?? '', () =>
    edit(
      tx,
      People,
      { id, expected },
      { ...changes, ...(disabled === undefined ? {} : { disabledAt: disabled ? new Date() : null }) },
    ),
  );
  if (disabled === true) await endSessions(tx, id);
  return row;
}

/** Removes somebody; what they did stays in the audit log. @throws Refusal `not-allowed`, `last-administrator`. */
export async function removePerson(tx: EntityManager, actor: Actor, id: string): Promise<void> {
  await checkNotLast(tx, await checkMayChange(tx, actor, id), { administrator: true, operator: true });
  await tx.delete(People, { id });
}

/** Operators look after everyone's organisations, so only they change each other. @throws Refusal `not-allowed`. */
export async function checkMayChange(tx: EntityManager, actor: Actor, id: string): Promise<PersonRow> {
  const person = await tx.findOneByOrFail(People, { id });
  if (!person.operator || actor.operator) return person;
  throw new Refusal('not-allowed', `${person.name} is an operator: only operators may do that.`);
}

/** Two who remove each other at once wait here for one another. @throws Refusal `last-administrator`, `last-operator`. */
async function checkNotLast(
  tx: EntityManager,
  { id, organisation }: PersonRow,
  ceasesToBe: { readonly administrator: boolean; readonly operator: boolean },
): Promise<void> {
  const administrators = `organisation = $1 AND role = 'administrator'`;
  if (ceasesToBe.administrator && (await isLast(tx, id, administrators, [organisation]))) {
    throw new Refusal(
      'last-administrator',
      'This is the last administrator of the organisation: make somebody else one first.',
    );
  }
  if (ceasesToBe.operator && (await isLast(tx, id, 'operator', []))) {
    throw new Refusal(
      'last-operator',
      'This is the last operator of the installation: make another one first.',
    );
  }
}

async function isLast(
  tx: EntityManager,
  id: string,
  among: string,
  values: readonly string[],
): Promise<boolean> {
  const rows: { id: string }[] = await tx.query(
    `SELECT id FROM people WHERE ${among} AND disabled_at IS NULL ORDER BY id FOR UPDATE`,
    [...values],
  );
  return rows.length === 1 && rows[0].id === id;
}

/** An e-mail is one person's in the whole installation, because it is what people sign in with. */
async function saved(email: string, save: () => Promise<PersonRow>): Promise<PersonRow> {
  try {
    return await save();
  } catch (error) {
    const taken = error instanceof Error && 'constraint' in error && error.constraint === 'people_email_key';
    if (!taken) throw error;
    throw new Refusal('conflict', `${email} has an account already.`);
  }
}
