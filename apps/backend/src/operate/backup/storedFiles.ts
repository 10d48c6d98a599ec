import { copyFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Storage } from '../../storage/storage.ts';
import { damaged } from './loadTables.ts';
import { placesIn, type Manifest } from './manifest.ts';
import { fingerprintFile } from '../../pipeline/fingerprint.ts';
import { writeSummed } from './summed.ts';

type StoredFiles = NonNullable<Manifest['storage']>;

/** Copies everything that is stored into a backup. What is removed meanwhile is not in it. */
export async function copyStored(storage: Storage, folder: string): Promise<StoredFiles> {
  const copied: StoredFiles = [];
  for await (const { key } of storage.list('')) {
    const from = await storage.read(key).catch(() => undefined);
    if (from === undefined) continue;
    const path = placesIn(folder).stored(key);
    await mkdir(dirname(path), { recursive: true });
    copied.push({ key, ...(await writeSummed(from, path)) });
  }
  return copied;
}

/** Stores everything that a backup has. @throws Refusal `backup-damaged`. */
export async function storeCopied(storage: Storage, folder: string, files: StoredFiles): Promise<void> {
  for (const { key, sha256 } of files) {
    const from = placesIn(folder).stored(key);
    const draft = await storage.draftFile(key);
    await copyFile(from, draft).catch(() => {
      throw damaged(from);
    });
    if ((await fingerprintFile(draft)) !== sha256) throw damaged(from);
    await storage.keep(draft, key);
  }
}
