import { readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Storage, Stored } from '../storage/storage.ts';
import { workPrefix } from './orders.ts';

/** What of a work folder is kept. */
export interface Kept {
  /** Names of its artifacts and folders that something refers to. */
  readonly referred: ReadonlySet<string>;
  /** Nothing is removed while anything that nobody refers to is younger: somebody may be at work on it. */
  readonly before: Date;
}

/** How much was removed. */
export interface Swept {
  readonly files: number;
  readonly bytes: number;
}

/**
 * Removes the artifacts of a title that nothing refers to, once nobody has made any for long: they can be made again
 * from what they were made from. The drafts of killed processes go with them.
 */
export async function sweepWork(storage: Storage, title: string, { referred, before }: Kept): Promise<Swept> {
  const prefix = `${workPrefix(title)}/`;
  const unused: Stored[] = [];
  for await (const stored of storage.list(prefix)) {
    if (!referred.has(groupOf(stored.key.slice(prefix.length)))) unused.push(stored);
  }
  if (unused.some(({ modified }) => modified >= before)) return { files: 0, bytes: 0 };
  for (const { key } of unused.toSorted(artifactsFirst)) {
    // A run may have begun meanwhile and made it anew.
    const now = await storage.stat(key);
    if (now !== undefined && now.modified < before) await storage.remove(key);
  }
  await dropDrafts((await storage.folder(workPrefix(title))).path, before);
  return { files: unused.length, bytes: unused.reduce((sum, { bytes }) => sum + bytes, 0) };
}

/** An artifact goes before its pieces: without it they are made again, with it they would be missed. */
const artifactsFirst = (a: Stored, b: Stored): number => depthOf(a) - depthOf(b);

const depthOf = ({ key }: Stored): number => key.split('/').length;

/** An artifact `stage-key.json` and the folder `stage-key` of its pieces belong together. */
const groupOf = (name: string): string => name.split('/')[0].replace(/\.json$/, '');

/** Drafts begin with a dot or end in `.partial`, wherever they are. */
async function dropDrafts(folder: string, before: Date): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter(({ name }) => name.startsWith('.') || name.endsWith('.partial'))) {
    const path = join(entry.parentPath, basename(entry.name));
    const found = await stat(path).catch(() => undefined);
    if (found && found.mtime < before) await rm(path, { recursive: true, force: true });
  }
}
