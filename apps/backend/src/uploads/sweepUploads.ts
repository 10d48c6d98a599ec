import { LessThan } from 'typeorm';
import { writeAudit } from '../audit/writeAudit.ts';
import type { Platform } from '../platform.ts';
import { checkUpload } from './checkUpload.ts';
import { finishUpload } from './finishUpload.ts';
import { moveUpload } from './moveUpload.ts';
import { Uploads, type UploadRow } from './tables.ts';
import { deskOf, type UploadDesk } from './uploadDesk.ts';
import type { UploadState } from './uploadStates.ts';

/** Nobody is at work on an upload that has been silent for so long. */
const SILENT_MS = 60_000;

/** As many are looked at in one sweep. */
const MOST = 200;

const DAY = 24 * 3_600_000;

/**
 * Goes on with what processes left that were killed: the checks of whole uploads are begun, and uploads to which
 * nothing was added for too long are thrown away. A check may take long, so nobody waits for it.
 */
export async function sweepUploads(platform: Platform, now = new Date()): Promise<void> {
  const desk = deskOf(platform);
  const find = (state: UploadState, silentMs: number) =>
    desk.database.manager.find(Uploads, {
      where: { state, touchedAt: LessThan(new Date(now.getTime() - silentMs)) },
      order: { touchedAt: 'ASC' },
      take: MOST,
    });
  for (const upload of await find('receiving', platform.settings.UPLOAD_DAYS * DAY))
    await expire(desk, upload);
  for (const { id, key, bytes } of await find('receiving', SILENT_MS)) {
    if ((await desk.door.offset(key)) === bytes) finishUpload(desk, id).catch(inItsRow);
  }
  for (const { id } of await find('checking', SILENT_MS)) checkUpload(desk, id).catch(inItsRow);
}

/** What goes wrong with an upload is written where people look for it. */
const inItsRow = (): void => {};

async function expire({ database, store }: UploadDesk, upload: UploadRow): Promise<void> {
  await store.drop(upload.key);
  await database.transaction(async (tx) => {
    if (!(await moveUpload(tx, upload.id, 'expired'))) return;
    const { organisation, id: thing, name } = upload;
    const nobody = { person: null, token: null, request: null };
    await writeAudit(tx, { organisation, ...nobody, act: 'uploads.expired', thing, detail: { name } });
  });
}

/** Throws away what has arrived of uploads that are not known any more: they went with their title. */
export async function sweepForgottenUploads(platform: Platform): Promise<void> {
  const { store, database } = deskOf(platform);
  for await (const key of store.unfinished()) {
    // The row is there before the first byte.
    if (!(await database.manager.existsBy(Uploads, { key }))) await store.drop(key);
  }
}
