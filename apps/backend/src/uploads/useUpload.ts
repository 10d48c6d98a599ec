import type { EntityManager } from 'typeorm';
import { Refusal } from '@mondwerk/film';
import { Uploads, type Purpose } from './tables.ts';
import type { ReadyUpload } from './whenReady.ts';

/**
 * Takes a checked upload for something that is made of it: from then on it cannot be removed.
 * @throws Refusal `upload-purpose` when it was brought for something else, `upload-not-ready` when it has not been
 * checked, was refused or is gone.
 */
export async function useUpload(tx: EntityManager, id: string, purpose: Purpose): Promise<ReadyUpload> {
  const upload = await tx.findOneOrFail(Uploads, { where: { id }, lock: { mode: 'pessimistic_write' } });
  const { name, state, problem } = upload;
  if (upload.purpose !== purpose) {
    throw new Refusal(
      'upload-purpose',
      `${name} was uploaded as ${upload.purpose}: upload it as ${purpose}.`,
    );
  }
  if (state !== 'ready') {
    const because = problem === null ? '' : ` (${problem})`;
    const way = state === 'receiving' || state === 'checking' ? 'wait until it is ready' : 'upload it again';
    throw new Refusal('upload-not-ready', `${name} is ${state}${because}: ${way}.`);
  }
  await tx.update(Uploads, { id }, { usedAt: new Date() });
  return upload as ReadyUpload;
}
