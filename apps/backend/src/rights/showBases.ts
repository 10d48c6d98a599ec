import type { EntityManager } from 'typeorm';
import { rows } from '../queue/rows.ts';
import type { RightsBasisRow } from './tables.ts';

/** A rights basis with whoever revoked it. */
export interface ShownBasis extends RightsBasisRow {
  readonly revokedBy: string | null;
}

interface Revoked {
  readonly thing: string;
  readonly person: string | null;
}

/** Shows rights bases with who revoked them, as the audit log knows, however many there are, in one statement. */
export async function showBases(tx: EntityManager, bases: readonly RightsBasisRow[]): Promise<ShownBasis[]> {
  const revoked = bases.flatMap(({ id, revokedAt }) => (revokedAt === null ? [] : [id]));
  const found =
    revoked.length === 0
      ? []
      : await rows<Revoked>(
          tx,
          `SELECT thing, person FROM audit_log WHERE thing = ANY ($1) AND act = 'rights.revoke'`,
          [revoked],
        );
  const by = new Map(found.map(({ thing, person }) => [thing, person]));
  return bases.map((basis) => ({ ...basis, revokedBy: by.get(basis.id) ?? null }));
}
