import { isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from '@mondwerk/film';
import { openDiskStorage } from './diskStorage.ts';
import { readS3Place, type S3Credentials, type S3Place } from './s3Place.ts';
import { openS3Storage } from './s3Storage.ts';
import type { Storage } from './storage.ts';

/** What storage needs to know from the settings. */
export interface StorageSettings {
  /** `file:///folder` or `s3://bucket/prefix?endpoint=…&region=…` */
  readonly url: string;
  readonly s3: S3Credentials | null;
  /** A local folder for copies of what S3 holds, shared by the processes of one machine. */
  readonly cacheFolder: string;
  readonly cacheBytes: number;
}

/** Where storage lies, before it is opened. */
export type StoragePlace =
  { readonly kind: 'disk'; readonly folder: string } | ({ readonly kind: 's3' } & S3Place);

/** Reads a storage URL. @throws Refusal `storage-url` when it is neither of the two kinds. */
export function readStoragePlace(settings: Pick<StorageSettings, 'url' | 's3'>): StoragePlace {
  const url = URL.canParse(settings.url) ? new URL(settings.url) : undefined;
  if (url?.protocol === 's3:') return { kind: 's3', ...readS3Place(url, settings.s3) };
  const folder = url?.protocol === 'file:' && url.host === '' ? fileURLToPath(url) : undefined;
  if (folder !== undefined && isAbsolute(folder) && folder !== '/') return { kind: 'disk', folder };
  throw new Refusal(
    'storage-url',
    `STORAGE_URL must be file:///an/absolute/folder or s3://bucket/prefix?endpoint=…&region=…, not ${settings.url}.`,
  );
}

/** Opens storage. @throws Refusal `storage-url`, `storage-unusable`. */
export async function openStorage(settings: StorageSettings): Promise<Storage> {
  const place = readStoragePlace(settings);
  if (place.kind === 'disk') return openDiskStorage(place.folder);
  return openS3Storage(place, settings.cacheFolder, settings.cacheBytes);
}
