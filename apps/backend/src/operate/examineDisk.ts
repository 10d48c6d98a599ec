import { statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { Refusal } from '@mondwerk/film';
import type { Finding } from './finding.ts';
import type { Surroundings } from './surroundings.ts';

const GIB = 2 ** 30;
const LEAST = { fail: 2 * GIB, warn: 20 * GIB };

/** Whether there is room where Mondwerk writes: data, copies of what is in S3, temporary files. */
export async function examineDisk({ settings }: Surroundings): Promise<Finding> {
  const folders = settings instanceof Refusal ? [] : [settings.DATA_FOLDER, settings.cacheFolder];
  const rooms = await Promise.all(
    [...folders, tmpdir()].map(async (folder) => ({ folder, free: await freeAt(folder) })),
  );
  const least = rooms.reduce((a, b) => (b.free < a.free ? b : a));
  const said = `${(least.free / GIB).toFixed(1)} GiB free where ${least.folder} is`;
  if (least.free >= LEAST.warn) return { result: 'ok', said };
  const result = least.free < LEAST.fail ? 'fail' : 'warn';
  return {
    result,
    said,
    way: 'free some, or name folders on larger disks in DATA_FOLDER, CACHE_FOLDER and TMPDIR',
  };
}

/** Of a folder that is not there yet, its parent counts. */
async function freeAt(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' || dirname(folder) === folder) throw error;
    return { bavail: await freeAt(dirname(folder)), bsize: 1 };
  });
  return bavail * bsize;
}
