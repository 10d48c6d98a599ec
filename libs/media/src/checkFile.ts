import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { Refusal } from '@mondwerk/film';

/**
 * Looks whether a path can be read as a file at all. Returns its size in bytes.
 * @throws Refusal `missing`, `folder`, `not-a-file`, `empty` or `no-permission`.
 */
export async function checkFile(path: string): Promise<number> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EACCES') throw notReadable(path);
    throw new Refusal('missing', `${path} does not exist; check the path.`, { cause: error });
  });
  if (found.isDirectory()) throw new Refusal('folder', `${path} is a folder; name the file inside it.`);
  if (!found.isFile())
    throw new Refusal('not-a-file', `${path} is not an ordinary file; copy it to one first.`);
  if (found.size === 0) {
    throw new Refusal('empty', `${path} is empty (zero bytes); copy or export it again.`);
  }
  await access(path, constants.R_OK).catch(() => {
    throw notReadable(path);
  });
  return found.size;
}

const notReadable = (path: string): Refusal =>
  new Refusal('no-permission', `${path} may not be read by this user; change its permissions (chmod +r).`);
