import type { EntityManager } from 'typeorm';
import { Uploads, type UploadRow } from './tables.ts';
import { statesBefore, type UploadState } from './uploadStates.ts';

/** Moves an upload on to another state, if it is in one from which that may follow. Returns whether it did. */
export async function moveUpload(
  tx: EntityManager,
  id: string,
  to: UploadState,
  changes: Partial<UploadRow> = {},
): Promise<boolean> {
  const { affected } = await tx
    .createQueryBuilder()
    .update(Uploads)
    .set({ ...changes, state: to })
    .where('id = :id AND state IN (:...before)', { id, before: statesBefore(to) })
    .execute();
  return affected === 1;
}
