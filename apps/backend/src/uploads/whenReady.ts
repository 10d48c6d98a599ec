import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Sources } from '../titles/tables.ts';
import { Uploads, type Purpose, type UploadRow } from './tables.ts';

/** An upload that has been checked. */
export type ReadyUpload = UploadRow & { readonly sha256: string };

/** What happens by itself when a file has been checked; what waits for a person's word is not here. */
const THEN: { readonly [P in Purpose]?: (tx: EntityManager, upload: ReadyUpload) => Promise<void> } = {
  source: addSource,
};

/** Does what an upload was brought for, in the transaction in which it becomes ready. */
export async function whenReady(tx: EntityManager, upload: ReadyUpload): Promise<void> {
  await THEN[upload.purpose]?.(tx, upload);
}

async function addSource(tx: EntityManager, upload: ReadyUpload): Promise<void> {
  const { organisation, title, name, key, sha256, bytes } = upload;
  await tx.insert(Sources, {
    id: newId(),
    ...{ organisation, title, name, key, sha256, bytes },
    state: 'waiting',
    problem: null,
    facts: null,
    proxy: null,
  });
  await tx.update(Uploads, { id: upload.id }, { usedAt: new Date() });
}
