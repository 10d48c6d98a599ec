import { mkdir, mkdtemp, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Refusal } from '@mondwerk/film';

/**
 * Makes a folder beside `folder` that is to get its name when all is in it.
 * @throws Refusal `there-already` when something has that name, before any work is done.
 */
export async function draftFolder(folder: string): Promise<string> {
  await mkdir(dirname(folder), { recursive: true });
  const there = await stat(folder).catch(() => undefined);
  if (there !== undefined) {
    throw new Refusal('there-already', `${folder} is there already; remove it or name another with --out.`);
  }
  return mkdtemp(`${folder}.partial-`);
}
