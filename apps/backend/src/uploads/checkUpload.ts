import type { DataSource, EntityManager } from 'typeorm';
import { Refusal } from '@mondwerk/film';
import { writeAudit } from '../audit/writeAudit.ts';
import { emit } from '../events/emit.ts';
import type { Runner } from '../queue/runner.ts';
import type { Storage } from '../storage/storage.ts';
import { hashInThread } from './hashInThread.ts';
import { copyOrigin, type Origins } from './importOrigin.ts';
import { lookInto } from './lookInto.ts';
import { moveUpload } from './moveUpload.ts';
import { Uploads, type UploadRow } from './tables.ts';
import type { UploadStore } from './uploadStore.ts';
import { whenReady } from './whenReady.ts';

/** What the checking of uploads needs. */
export interface Checking {
  readonly database: DataSource;
  readonly storage: Storage;
  readonly store: UploadStore;
  readonly origins: Origins;
  readonly runner: Runner;
}

/** What the check of an upload found. */
export interface Found {
  readonly sha256: string;
  readonly facts: object;
}

const BEAT_MS = 5_000;

/** Whoever has not given a sign of life for so long is not checking any more. */
const SILENCE_SECONDS = 30;

/**
 * Checks a whole upload: its length, its sum, what it is. Then it is ready and what it was brought for happens, or
 * it is refused and gone. Nothing happens when somebody else is checking it. @throws Refusal when it is refused.
 */
export async function checkUpload(checking: Checking, id: string): Promise<void> {
  const upload = await claim(checking.database, id);
  if (upload === null) return;
  try {
    const found = await withBeat(checking, id, (onProgress) => inspect(checking, upload, onProgress));
    const wanted = await checking.database.transaction((tx) =>
      acceptUpload(tx, checking.runner, upload, found),
    );
    if (!wanted) await checking.storage.remove(upload.key);
  } catch (error) {
    const sentence = error instanceof Refusal ? error.message : `It could not be checked (${String(error)}).`;
    if (error instanceof Refusal) await refuse(checking, upload, sentence);
    else await checking.database.manager.update(Uploads, { id }, { problem: sentence });
    throw error;
  }
}

/** Several processes may see that an upload has to be checked; one of them does. */
async function claim(database: DataSource, id: string): Promise<UploadRow | null> {
  const { affected } = await database.manager
    .createQueryBuilder()
    .update(Uploads)
    .set({ checkedAt: () => 'now()' })
    .where(`id = :id AND state = 'checking'`, { id })
    .andWhere(`(checked_at IS NULL OR checked_at < now() - interval '${SILENCE_SECONDS} seconds')`)
    .execute();
  return affected === 1 ? database.manager.findOneBy(Uploads, { id }) : null;
}

/** Says now and then that the work goes on, and how far it is. */
async function withBeat<T>(
  { database }: Checking,
  id: string,
  work: (onProgress: (bytes: number) => void) => Promise<T>,
): Promise<T> {
  let checked = 0;
  const beat = setInterval(() => {
    // A beat that fails is followed by others; if all fail, somebody else takes over, which does no harm.
    database.manager.update(Uploads, { id }, { checked, checkedAt: new Date() }).catch(() => {});
  }, BEAT_MS);
  try {
    return await work((bytes) => {
      checked = bytes;
    });
  } finally {
    clearInterval(beat);
  }
}

async function inspect(
  { storage, store, origins }: Checking,
  upload: UploadRow,
  onProgress: (bytes: number) => void,
): Promise<Found> {
  if (upload.origin === null) await store.settle(upload.key);
  else await copyOrigin(origins, storage, upload);
  const stored = await storage.stat(upload.key);
  if (stored?.bytes !== upload.bytes) throw wrongLength(upload, stored?.bytes ?? 0);
  return storage.borrow(async (lent) => {
    const path = await lent.localFile(upload.key);
    const sha256 = await hashInThread(path, onProgress);
    if (upload.sha256 !== null && upload.sha256 !== sha256) throw wrongSum(upload, sha256);
    return { sha256, facts: await lookInto(path, upload.purpose, upload.name) };
  });
}

/**
 * Lets an upload in which nothing wrong was found be ready, and what it was brought for happen. Returns whether anybody
 * wants it still: it may have been removed meanwhile.
 */
export async function acceptUpload(
  tx: EntityManager,
  runner: Runner,
  upload: UploadRow,
  { sha256, facts }: Found,
): Promise<boolean> {
  const done = { sha256, facts, problem: null, received: upload.bytes, checked: upload.bytes };
  if (!(await moveUpload(tx, upload.id, 'ready', done))) return false;
  await tell(tx, upload, 'ready', { name: upload.name, purpose: upload.purpose, sha256 });
  await whenReady(tx, runner, { ...upload, ...done });
  return true;
}

async function refuse({ database, storage }: Checking, upload: UploadRow, problem: string): Promise<void> {
  await storage.remove(upload.key);
  await database.transaction(async (tx) => {
    if (!(await moveUpload(tx, upload.id, 'refused', { problem }))) return;
    await tell(tx, upload, 'refused', { name: upload.name, purpose: upload.purpose, problem });
  });
}

/** Nobody asks for a check, so the audit log has it from whoever brought the file. */
async function tell(
  tx: EntityManager,
  { organisation, title, id: thing, madeBy: person }: UploadRow,
  what: 'ready' | 'refused',
  detail: object,
): Promise<void> {
  const act = `uploads.${what}`;
  await writeAudit(tx, { organisation, person, token: null, request: null, act, thing, detail });
  await emit(tx, { organisation, kind: `upload.${what}`, title, thing, data: detail });
}

const wrongLength = ({ name, bytes }: UploadRow, arrived: number): Refusal =>
  new Refusal(
    'upload-length',
    `${name} should have ${bytes} bytes and has ${arrived}: it changed while it was brought. Bring it again.`,
  );

const wrongSum = ({ name, sha256 }: UploadRow, found: string): Refusal =>
  new Refusal(
    'upload-checksum',
    `${name} arrived damaged: its SHA-256 should be ${sha256} and is ${found}. Upload it again.`,
  );
