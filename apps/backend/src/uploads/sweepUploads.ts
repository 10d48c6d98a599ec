import { setTimeout as wait } from 'node:timers/promises';
import { LessThan } from 'typeorm';
import { writeAudit } from '../audit/writeAudit.ts';
import type { Platform } from '../platform.ts';
import { checkUpload, SILENCE_SECONDS } from './checkUpload.ts';
import { finishUpload } from './finishUpload.ts';
import { moveUpload } from './moveUpload.ts';
import { Uploads, type UploadRow } from './tables.ts';
import { deskOf, type UploadDesk } from './uploadDesk.ts';

const SWEEP_MS = 60_000;

/** As many are looked at in one sweep. */
const MOST = 200;

const DAY = 24 * 3_600_000;

/**
 * Goes on with what processes left that were killed: whole uploads are checked, and those to which nothing was added
 * for too long are thrown away. Returns when all that is done.
 */
export async function sweepUploads(platform: Platform, now = new Date()): Promise<void> {
  const desk = deskOf(platform);
  const before = (ms: number) => LessThan(new Date(now.getTime() - ms));
  const find = (where: object) =>
    desk.database.manager.find(Uploads, { where, order: { touchedAt: 'ASC' }, take: MOST });
  for (const upload of await find({ state: 'receiving', touchedAt: before(SWEEP_MS) })) {
    if ((await desk.door.offset(upload.key)) === upload.bytes) await quietly(finishUpload(desk, upload.id));
  }
  for (const upload of await find({
    state: 'receiving',
    touchedAt: before(platform.settings.UPLOAD_DAYS * DAY),
  })) {
    await expire(desk, upload);
  }
  for (const { id } of await find({ state: 'checking', touchedAt: before(SILENCE_SECONDS * 1000) })) {
    await quietly(checkUpload(desk, id));
  }
}

/** Sweeps at once and then every minute, until it is stopped. */
export function startSweeping(platform: Platform): { readonly stop: () => Promise<void> } {
  const stopping = new AbortController();
  const swept = (async () => {
    while (!stopping.signal.aborted) {
      await quietly(sweepUploads(platform));
      await quietly(wait(SWEEP_MS, undefined, { signal: stopping.signal, ref: false }));
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await swept;
    },
  };
}

async function expire({ database, store }: UploadDesk, upload: UploadRow): Promise<void> {
  await store.drop(upload.key);
  await database.transaction(async (tx) => {
    if (!(await moveUpload(tx, upload.id, 'expired'))) return;
    const { organisation, id: thing, name } = upload;
    const nobody = { person: null, token: null, request: null };
    await writeAudit(tx, { organisation, ...nobody, act: 'uploads.expired', thing, detail: { name } });
  });
}

/** What goes wrong with one upload is written in its row, and keeps nobody from the next. */
const quietly = (work: Promise<unknown>): Promise<void> =>
  work.then(
    () => {},
    () => {},
  );
