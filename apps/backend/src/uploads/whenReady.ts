import type { EntityManager } from 'typeorm';
import type { Runner } from '../queue/runner.ts';
import { addSource } from '../titles/addSource.ts';
import { Uploads, type Purpose, type UploadRow } from './tables.ts';

/** An upload that has been checked. */
export type ReadyUpload = UploadRow & { readonly sha256: string };

type Then = (tx: EntityManager, runner: Runner, upload: ReadyUpload) => Promise<void>;

/** What happens by itself when a file has been checked; what waits for a person's word is not here. */
const THEN: { readonly [P in Purpose]?: Then } = {
  source: becomeSource,
};

/** Does what an upload was brought for, in the transaction in which it becomes ready. */
export async function whenReady(tx: EntityManager, runner: Runner, upload: ReadyUpload): Promise<void> {
  await THEN[upload.purpose]?.(tx, runner, upload);
}

async function becomeSource(tx: EntityManager, runner: Runner, upload: ReadyUpload): Promise<void> {
  const { organisation, title, name, key, sha256, bytes, madeBy: askedBy } = upload;
  await addSource(tx, runner, { organisation, title, name, key, sha256, bytes, askedBy });
  await tx.update(Uploads, { id: upload.id }, { usedAt: new Date() });
}
