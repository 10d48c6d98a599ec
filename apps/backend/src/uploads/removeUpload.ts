import type { EntityManager } from 'typeorm';
import { Refusal } from '@mondwerk/film';
import { moveUpload } from './moveUpload.ts';
import { Uploads } from './tables.ts';
import type { UploadDesk } from './uploadDesk.ts';

/** Removes an upload and its file. @throws Refusal `upload-used` when something was made of it. */
export async function removeUpload(tx: EntityManager, desk: UploadDesk, id: string): Promise<void> {
  const upload = await tx.findOneOrFail(Uploads, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (upload.usedAt !== null) {
    const sentence = `${upload.name} is in use as ${upload.purpose}: remove that first.`;
    throw new Refusal('upload-used', sentence);
  }
  if (!(await moveUpload(tx, id, 'removed'))) return;
  if (upload.state === 'receiving') await desk.store.drop(upload.key);
  else await desk.storage.remove(upload.key);
}
