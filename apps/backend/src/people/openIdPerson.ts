import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Refusal } from '@mondwerk/film';
import type { Claimed } from './openIdProvider.ts';
import { Identities } from './signInTables.ts';
import { People, type PersonRow } from './tables.ts';

/**
 * Finds whom a provider means: the one it has named before, else the one with the e-mail that it has verified, who is
 * known by the provider's own name for them from then on. @throws Refusal `sign-in-refused`.
 */
export async function personClaimed(tx: EntityManager, claimed: Claimed): Promise<PersonRow> {
  const { issuer, subject } = claimed;
  const known = await tx.findOneBy(Identities, { issuer, subject });
  const person = known ? await tx.findOneByOrFail(People, { id: known.person }) : await link(tx, claimed);
  if (person.disabledAt !== null) {
    throw new Refusal('sign-in-refused', `${person.email} is shut out here: ask an administrator.`);
  }
  if (!person.mustChangePassword) return person;
  // Who signs in elsewhere has no use for a password that was only lent.
  return tx.save(People, { ...person, password: null, mustChangePassword: false });
}

async function link(
  tx: EntityManager,
  { issuer, subject, email, emailVerified }: Claimed,
): Promise<PersonRow> {
  if (email === undefined || !emailVerified) {
    throw new Refusal(
      'sign-in-refused',
      'The sign-in service has not verified your e-mail, so it does not tell who you are here.',
    );
  }
  const person = await tx.findOneBy(People, { email });
  if (person === null) {
    throw new Refusal(
      'sign-in-refused',
      `Nobody here has the e-mail ${email}: ask an administrator to add you.`,
    );
  }
  if (await tx.existsBy(Identities, { person: person.id, issuer })) {
    throw new Refusal(
      'sign-in-refused',
      `${email} already belongs to another account of the sign-in service: ask an administrator.`,
    );
  }
  await tx.insert(Identities, {
    id: newId(),
    organisation: person.organisation,
    person: person.id,
    issuer,
    subject,
  });
  return person;
}
