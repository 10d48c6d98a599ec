import { randomUUID } from 'node:crypto';
import {
  access,
  copyFile,
  mkdir,
  open,
  opendir,
  readdir,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { Readable } from 'node:stream';
import { checkKey, checkPrefix, isKey } from './keys.ts';
import { codeOf, notStored, unusable, whenFull } from './refusals.ts';
import type { ByteSpan, SharedFolder, Storage, Stored } from './storage.ts';

/** Keys never begin with a dot, so nothing stored can be taken for a draft. */
const DRAFTS = '.drafts';

const TWO_DAYS = 48 * 3_600_000;

/** Opens a folder as storage, and clears away the drafts of processes that died. @throws Refusal `storage-unusable`. */
export async function openDiskStorage(root: string): Promise<Storage> {
  const storage = new DiskStorage(root);
  await mkdir(join(root, DRAFTS), { recursive: true }).catch((error: unknown) => {
    throw unusable(root, error);
  });
  await dropOldDrafts(join(root, DRAFTS));
  return storage;
}

/** Files in a folder, each at the path that its key says. */
class DiskStorage implements Storage {
  readonly name: string;
  readonly #root: string;

  constructor(root: string) {
    this.name = root;
    this.#root = root;
  }

  async stat(key: string): Promise<Stored | undefined> {
    const found = await stat(this.#path(key)).catch(ifThere);
    return found?.isFile() ? { key, bytes: found.size, modified: found.mtime } : undefined;
  }

  async localFile(key: string): Promise<string> {
    if ((await this.stat(key)) === undefined) throw notStored(key);
    return this.#path(key);
  }

  async draftFile(key: string): Promise<string> {
    // The name is kept at the end, since programs tell a container from the ending.
    return join(this.#root, DRAFTS, `${randomUUID()}.${basename(checkKey(key))}`);
  }

  async keep(path: string, key: string): Promise<void> {
    const place = this.#path(key);
    try {
      await syncFile(path);
      await mkdir(dirname(place), { recursive: true });
      await this.#move(path, place);
      await syncFolder(dirname(place));
    } catch (error) {
      throw whenFull(error, `The storage ${this.#root}`);
    }
  }

  async read(key: string, span?: ByteSpan): Promise<Readable> {
    const file = await open(this.#path(key)).catch((error: unknown) => {
      throw codeOf(error) === 'ENOENT' ? notStored(key, error) : error;
    });
    if (span === undefined) return file.createReadStream();
    if (span.end > span.start) return file.createReadStream({ start: span.start, end: span.end - 1 });
    await file.close();
    return Readable.from([]);
  }

  async *list(prefix: string): AsyncIterable<Stored> {
    const above = checkPrefix(prefix).slice(0, prefix.lastIndexOf('/') + 1);
    const folder = await opendir(join(this.#root, above), { recursive: true }).catch(ifThere);
    if (folder === undefined) return;
    for await (const entry of folder) {
      const key = relative(this.#root, join(entry.parentPath, entry.name)).replaceAll(sep, '/');
      if (!entry.isFile() || !key.startsWith(prefix) || !isKey(key)) continue;
      const stored = await this.stat(key);
      if (stored) yield stored;
    }
  }

  async remove(key: string): Promise<void> {
    await rm(this.#path(key), { force: true });
  }

  async folder(prefix: string): Promise<SharedFolder> {
    const path = this.#path(prefix);
    await mkdir(path, { recursive: true });
    return {
      path,
      bring: async (name) => (await access(join(path, name)).then(() => true, ifThere)) === true,
      share: async () => {},
    };
  }

  borrow<T>(work: (storage: Storage) => Promise<T>): Promise<T> {
    return work(this);
  }

  async check(): Promise<void> {
    const draft = await this.draftFile('check');
    try {
      await writeFile(draft, 'check');
      await rm(draft);
    } catch (error) {
      throw unusable(this.#root, error);
    }
  }

  #path(key: string): string {
    return join(this.#root, checkKey(key));
  }

  /** A file from another disk is first copied beside its place, so that it still appears there whole. */
  async #move(path: string, place: string): Promise<void> {
    try {
      await rename(path, place);
    } catch (error) {
      if (codeOf(error) !== 'EXDEV') throw error;
      const draft = await this.draftFile(basename(place));
      await copyFile(path, draft);
      await syncFile(draft);
      await rename(draft, place);
      await rm(path);
    }
  }
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A new name survives a power cut only when its folder has been written too. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function dropOldDrafts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const draft = join(folder, name);
    const found = await stat(draft).catch(ifThere);
    if (found && Date.now() - found.mtimeMs > TWO_DAYS) await rm(draft, { recursive: true, force: true });
  }
}

/** Turns the error of something that is not there into `undefined`. */
function ifThere(error: unknown): undefined {
  if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
  throw error;
}
