import { IsNull, LessThan, Not, type EntityManager } from 'typeorm';
import { Secret, TOTP } from 'otpauth';
import { v7 as newId } from 'uuid';
import { Refusal } from '@mondwerk/film';
import type { Sealing } from '../database/sealing.ts';
import { readableSecret } from './password.ts';
import { hashOf } from './secrets.ts';
import { SecondFactors, type SecondFactorRow } from './signInTables.ts';
import type { PersonRow } from './tables.ts';

/** Half a minute before and after is allowed for, because clocks differ. */
const WINDOW = 1;

const RECOVERY_CODES = 10;

/** The authenticator app that somebody must use, `null` when their password is enough. */
export const secondFactorOf = (tx: EntityManager, person: string): Promise<SecondFactorRow | null> =>
  tx.findOneBy(SecondFactors, { person, confirmedAt: Not(IsNull()) });

/** What an authenticator app needs to know. */
export interface Enrolment {
  /** In base32, to be typed. */
  readonly secret: string;
  /** The same as an `otpauth://` address, to be shown as a QR code. */
  readonly uri: string;
}

/** Begins with an authenticator app: it counts once its first code was confirmed. @throws Refusal `conflict`. */
export async function enrol(tx: EntityManager, sealing: Sealing, person: PersonRow): Promise<Enrolment> {
  if ((await secondFactorOf(tx, person.id)) !== null) {
    throw new Refusal('conflict', 'You have an authenticator app already: disable it first.');
  }
  const secret = new Secret({ size: 20 });
  await tx.delete(SecondFactors, { person: person.id });
  await tx.insert(SecondFactors, {
    id: newId(),
    organisation: person.organisation,
    person: person.id,
    secret: sealing.seal(secret.base32),
    confirmedAt: null,
    lastStep: 0,
    recoveryCodes: [],
  });
  const totp = new TOTP({ issuer: 'Mondwerk', label: person.email, secret });
  return { secret: secret.base32, uri: totp.toString() };
}

/** Makes new recovery codes and turns the second factor on; they are shown once. */
export async function confirm(tx: EntityManager, { id }: SecondFactorRow): Promise<readonly string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => readableSecret(4, 4));
  await tx.update(SecondFactors, { id }, { confirmedAt: new Date(), recoveryCodes: codes.map(hashOf) });
  return codes;
}

/** Whether a code is good: six digits of the app, or one of the recovery codes. Each is taken once. */
export const takeCode = (
  tx: EntityManager,
  sealing: Sealing,
  factor: SecondFactorRow,
  code: string,
): Promise<boolean> => {
  const typed = code.replaceAll(/\s/g, '').toLowerCase();
  return /^\d{6}$/.test(typed) ? takeDigits(tx, sealing, factor, typed) : takeRecoveryCode(tx, factor, typed);
};

async function takeDigits(
  tx: EntityManager,
  sealing: Sealing,
  { id, secret }: SecondFactorRow,
  token: string,
): Promise<boolean> {
  const totp = new TOTP({ secret: Secret.fromBase32(sealing.open(secret)) });
  const delta = totp.validate({ token, window: WINDOW });
  if (delta === null) return false;
  const lastStep = totp.counter() + delta;
  const { affected } = await tx.update(SecondFactors, { id, lastStep: LessThan(lastStep) }, { lastStep });
  return affected === 1;
}

async function takeRecoveryCode(tx: EntityManager, { id }: SecondFactorRow, code: string): Promise<boolean> {
  const { affected } = await tx
    .createQueryBuilder()
    .update(SecondFactors)
    .set({ recoveryCodes: () => 'array_remove(recovery_codes, :code)' })
    .where('id = :id AND :code = ANY(recovery_codes)', { id, code: hashOf(code) })
    .execute();
  return affected === 1;
}
