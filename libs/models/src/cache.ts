import { randomUUID } from 'node:crypto';
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

import { Refusal } from '@mondwerk/film';

/** Where converted models are kept when the caller names no other folder. */
export const defaultCacheFolder = (): string => join(homedir(), '.cache', 'mondwerk', 'models');

/**
 * The path of a cached file, which is made first when it is not there. It appears under its name only when it is
 * complete, so that processes that make it at the same time do no harm.
 * @throws Refusal `cache-unwritable` when the folder cannot be written.
 */
export async function cached(folder: string, name: string, make: () => Promise<Uint8Array>): Promise<string> {
  const path = join(folder, name);
  if (await exists(path)) return path;
  await mkdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw unwritable(folder, cause);
  });
  const bytes = await make();
  const draft = `${path}.${process.pid}.${randomUUID()}.partial`;
  try {
    await writeFile(draft, bytes);
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true });
    throw unwritable(folder, cause);
  }
  return path;
}

const unwritable = (folder: string, cause: unknown): Refusal =>
  new Refusal(
    'cache-unwritable',
    `The models cannot be stored in ${folder}; make it writable or name another cache folder.`,
    { cause },
  );

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
