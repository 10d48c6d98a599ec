import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '@mondwerk/film';
import { readSettings, s3CredentialsOf, type Settings } from '../../settings.ts';
import { openStorage } from '../../storage/openStorage.ts';
import type { Storage } from '../../storage/storage.ts';
import { versionOf } from '../../version.ts';
import { databaseOf } from '../surroundings.ts';
import { dumpTables } from './dumpTables.ts';
import { placesIn, type Manifest } from './manifest.ts';
import { copyStored } from './storedFiles.ts';

/** Copies database, storage and key into a new folder, while the service runs. */
export async function backup(
  environment: NodeJS.ProcessEnv,
  folder: string,
  withStorage: boolean,
): Promise<number> {
  const settings = readSettings(environment);
  const { tables, storage } = await makeBackup(settings, folder, withStorage);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const files = storage === null ? 'no files' : `${storage.length} files`;
  process.stderr.write(`mondwerk: backed up ${rows} rows and ${files} into ${folder}\n`);
  return 0;
}

/** Makes a backup. @throws Refusal `folder-not-empty`, `no-database`, `storage-unusable`. */
export async function makeBackup(
  settings: Settings,
  folder: string,
  withStorage: boolean,
): Promise<Manifest> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) {
    throw new Refusal('folder-not-empty', `${folder} is not empty: name a new folder for the backup.`);
  }
  const places = placesIn(folder);
  // The database first: whatever it names was stored before.
  const dumped = await dumpTables(await databaseOf(settings), folder);
  const storage = withStorage ? await copyStored(await storageOf(settings), folder) : null;
  const key = settings.SECRET_KEY === undefined ? 'here' : 'given';
  if (key === 'here') await copyFile(join(settings.DATA_FOLDER, 'secret.key'), places.key);
  const made = { version: await versionOf(), madeAt: new Date().toISOString() };
  const manifest: Manifest = { format: 1, ...made, ...dumped, storage, key };
  await writeFile(places.manifest, JSON.stringify(manifest, null, 1), { flag: 'wx' });
  return manifest;
}

/** Opens the storage that the settings name. @throws Refusal `storage-unusable`. */
export const storageOf = (settings: Settings): Promise<Storage> =>
  openStorage({
    url: settings.storageUrl,
    s3: s3CredentialsOf(settings),
    cacheFolder: settings.cacheFolder,
    cacheBytes: settings.CACHE_BYTES,
  });
