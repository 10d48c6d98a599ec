import type { EntityManager } from 'typeorm';
import { Refusal } from '@mondwerk/film';
import { dayOf } from './checkRights.ts';
import { RightsBases, type RightsBasisRow } from './tables.ts';

/** Revokes a rights basis for good. @throws Refusal `rights-revoked` when somebody has done so before. */
export async function revokeBasis(tx: EntityManager, id: string, reason: string): Promise<RightsBasisRow> {
  const basis = await tx.findOneOrFail(RightsBases, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (basis.revokedAt !== null) {
    throw new Refusal(
      'rights-revoked',
      `It was revoked on ${dayOf(basis.revokedAt)} (${basis.revokedBecause ?? 'no reason given'}) and stays so: record another basis if there is one.`,
    );
  }
  return tx.save(RightsBases, { ...basis, revokedAt: new Date(), revokedBecause: reason });
}
