import { copyFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.ts';
import type { Platform } from '../platform.ts';
import { addUpload } from './addUpload.ts';
import { acceptUpload } from './checkUpload.ts';
import { hashInThread } from './hashInThread.ts';
import { lookInto } from './lookInto.ts';
import type { Purpose } from './tables.ts';

/** A file of this installation that becomes an upload. */
export interface BroughtFile {
  readonly title: string;
  readonly purpose: Purpose;
  readonly path: string;
}

/**
 * Makes a ready upload of a file of this machine, as if somebody had sent it: checked, and used for what it is brought
 * for. Returns its id. @throws Refusal as `addUpload` and `lookInto`.
 */
export async function bringFile(
  tx: EntityManager,
  { storage, runner }: Pick<Platform, 'storage' | 'runner'>,
  actor: Actor,
  { title, purpose, path }: BroughtFile,
): Promise<string> {
  const name = basename(path);
  const { size: bytes } = await stat(path);
  const about = { title, purpose, name, bytes, sha256: null, origin: null };
  const upload = await addUpload(tx, actor, { ...about, state: 'checking' });
  // Should nothing come of all this, the file goes with those that are left (operate/sweepLeftFiles.ts).
  const draft = await storage.draftFile(upload.key);
  await copyFile(path, draft);
  const found = {
    sha256: await hashInThread(path, () => undefined),
    facts: await lookInto(path, purpose, name),
  };
  await storage.keep(draft, upload.key);
  await acceptUpload(tx, runner, upload, found);
  return upload.id;
}
