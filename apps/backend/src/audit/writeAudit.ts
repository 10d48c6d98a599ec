import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { AuditLog, type AuditRow } from './tables.ts';

/** Notes in the audit log what was done, in the transaction that does it. */
export async function writeAudit(tx: EntityManager, entry: Omit<AuditRow, 'id' | 'at'>): Promise<void> {
  await tx.insert(AuditLog, { id: newId(), ...entry });
}
