import { constants, createWriteStream } from 'node:fs';
import { copyFile, realpath } from 'node:fs/promises';
import { basename, isAbsolute, resolve, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { GetObjectCommand, HeadObjectCommand } from '@aws-sdk/client-s3';
import { Refusal } from '@mondwerk/film';
import { checkFile } from '@mondwerk/media';
import { codeOf, whenFull } from '../storage/refusals.ts';
import { openS3Client, type S3Place } from '../storage/s3Place.ts';
import type { Storage } from '../storage/storage.ts';
import type { UploadRow } from './tables.ts';

/** From where files may be brought in without being sent. */
export interface Origins {
  readonly folders: readonly string[];
  readonly s3: S3Place | null;
}

/** A file that lies there. */
export interface Origin {
  /** An absolute path without links, or `s3:` and the key. */
  readonly place: string;
  readonly name: string;
  readonly bytes: number;
}

/** Where somebody says that it lies. */
export type Whereabouts = { readonly path: string } | { readonly key: string };

const S3 = 's3:';

/**
 * Finds a file that may be imported. @throws Refusal `import-elsewhere` for one that is not below an import root,
 * `missing`, `folder`, `empty` and the others of `checkFile`.
 */
export const findOrigin = (origins: Origins, where: Whereabouts): Promise<Origin> =>
  'path' in where ? findFile(origins.folders, where.path) : findObject(origins.s3, where.key);

async function findFile(roots: readonly string[], path: string): Promise<Origin> {
  if (!isAbsolute(path) || path.includes('\0')) throw elsewhere(path);
  // Links are followed first, so that none leads out; what is not there is only told of inside.
  const real = await realpath(path).catch(() => resolve(path));
  const inside = await Promise.all(roots.map((root) => realpath(root).catch(() => root)));
  if (!inside.some((root) => real.startsWith(root.endsWith(sep) ? root : root + sep))) throw elsewhere(path);
  return { place: real, name: basename(path), bytes: await checkFile(real) };
}

async function findObject(place: S3Place | null, key: string): Promise<Origin> {
  if (place === null) throw elsewhere(key);
  const client = openS3Client(place);
  try {
    const head = await client.send(new HeadObjectCommand({ Bucket: place.bucket, Key: place.prefix + key }));
    const bytes = head.ContentLength ?? 0;
    if (bytes === 0) throw new Refusal('empty', `${key} is empty (zero bytes); copy or export it again.`);
    return { place: S3 + key, name: basename(key), bytes };
  } catch (error) {
    if (codeOf(error) !== 'NotFound') throw error;
    throw new Refusal('missing', `${key} does not exist in the bucket for imports; check the key.`, {
      cause: error,
    });
  } finally {
    client.destroy();
  }
}

/**
 * Copies an upload's file from where it lies, once. A copy, since the original may be changed, moved or taken away while
 * dubs still refer to it; on file systems that can, it shares the original's blocks and costs nothing.
 */
export async function copyOrigin(origins: Origins, storage: Storage, upload: UploadRow): Promise<void> {
  if ((await storage.stat(upload.key)) !== undefined) return;
  const draft = await storage.draftFile(upload.key);
  const origin = upload.origin!;
  try {
    if (origin.startsWith(S3)) await fetchObject(origins.s3!, origin.slice(S3.length), draft);
    else await copyInside(origins, origin, draft);
  } catch (error) {
    throw whenFull(error, `The storage ${storage.name}`);
  }
  await storage.keep(draft, upload.key);
}

/** A folder on the way may have become a link meanwhile. */
async function copyInside({ folders }: Origins, path: string, draft: string): Promise<void> {
  const { place } = await findFile(folders, path);
  await copyFile(place, draft, constants.COPYFILE_FICLONE);
}

async function fetchObject(place: S3Place, key: string, draft: string): Promise<void> {
  const client = openS3Client(place);
  try {
    const got = await client.send(new GetObjectCommand({ Bucket: place.bucket, Key: place.prefix + key }));
    await pipeline(got.Body as Readable, createWriteStream(draft));
  } finally {
    client.destroy();
  }
}

const elsewhere = (where: string): Refusal =>
  new Refusal(
    'import-elsewhere',
    `${where} is not where files may be imported from: upload it, or ask for its folder to be added to IMPORT_ROOTS.`,
  );
