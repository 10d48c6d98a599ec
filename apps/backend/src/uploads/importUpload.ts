import { z } from 'zod';
import type { Call } from '../http/route.ts';
import type { Platform } from '../platform.ts';
import { addUpload } from './addUpload.ts';
import { checkSoon } from './finishUpload.ts';
import { findOrigin } from './importOrigin.ts';
import { FileName, Sha256 } from './readBrought.ts';
import { PURPOSES, type UploadRow } from './tables.ts';
import { deskOf } from './uploadDesk.ts';

const options = {
  purpose: z.enum(PURPOSES).default('source'),
  name: FileName.optional().describe('The name of the file when not given'),
  sha256: Sha256.optional().describe('What it should be'),
};

/** Where a file lies that is to be imported, and what for. */
export const ImportBody = z.union([
  z.strictObject({ ...options, path: z.string().max(4096).describe('Absolute, below one of IMPORT_ROOTS') }),
  z.strictObject({ ...options, key: z.string().min(1).max(1024).describe('In the bucket of IMPORT_S3_URL') }),
]);

/**
 * Begins to copy a file into storage from where it lies; what is found in it is told by the upload, as with one that is
 * sent. @throws Refusal `import-elsewhere`, `quota-exceeded` and those of a file that cannot be read.
 */
export async function importUpload(
  call: Call<'/titles/{title}/imports', undefined, z.output<typeof ImportBody>>,
  platform: Platform,
): Promise<UploadRow> {
  const { purpose, sha256 = null, name } = call.body;
  const desk = deskOf(platform);
  const { place, bytes, name: ownName } = await findOrigin(desk.origins, call.body);
  await desk.store.checkRoom(bytes, ownName);
  const upload = await addUpload(call.tx, call.actor, {
    ...{ title: call.params.title, purpose, bytes, sha256 },
    name: name ?? ownName,
    state: 'checking',
    origin: place,
  });
  checkSoon(desk, upload.id).catch(() => {});
  return upload;
}
