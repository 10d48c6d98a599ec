import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CacheLock } from './cacheLock.ts';
import { isAlive, thisProcess } from './livingProcess.ts';
import { codeOf } from './refusals.ts';

/** One that uses entries of the cache; while it lives, they stay. */
export interface Holder {
  readonly name: string;
}

/** Measuring reads every folder, so that much of the limit may come in between. */
const UNMEASURED = 0.02;

interface Entry {
  readonly name: string;
  readonly bytes: number;
  readonly used: number;
}

/**
 * A local folder of copies, shared by the processes of one machine. An entry is a folder; the least recently used ones
 * are dropped when the whole grows over its limit, but never one that a living process holds. What is held may be
 * more than the limit: work that has begun goes before the limit.
 */
export class Cache {
  readonly #root: string;
  readonly #limit: number;
  readonly #lock: CacheLock;
  /** What has come in since it was last measured; at first nobody knows. */
  #grown = Infinity;

  constructor(root: string, limit: number) {
    this.#root = root;
    this.#limit = limit;
    this.#lock = new CacheLock(join(root, 'lock'));
  }

  /** Makes the folders, and forgets what processes held that have died. */
  async open(): Promise<void> {
    for (const name of ['entries', 'held', 'trash', 'drafts']) {
      await mkdir(join(this.#root, name), { recursive: true });
    }
    await this.#lock.alone(() => this.#dropDeadHolders());
    await rm(join(this.#root, 'trash'), { recursive: true, force: true });
    await mkdir(join(this.#root, 'trash'), { recursive: true });
  }

  /** A path for a new file with this name at its end. */
  draft(name: string): string {
    return join(this.#root, 'drafts', `${randomUUID()}.${name}`);
  }

  /** Somebody new who can hold entries. */
  async newHolder(): Promise<Holder> {
    const { pid, started } = await thisProcess();
    const name = `${pid}-${started}-${randomUUID().slice(0, 8)}`;
    await mkdir(join(this.#root, 'held', name));
    return { name };
  }

  /** Makes an entry's folder be there until the holder lets go. Returns its path. */
  async hold(holder: Holder, of: string): Promise<string> {
    const entry = createHash('sha256').update(of).digest('hex').slice(0, 32);
    const path = join(this.#root, 'entries', entry);
    await this.#lock.alone(async () => {
      await writeFile(join(this.#root, 'held', holder.name, entry), '');
      await mkdir(path, { recursive: true });
    });
    const now = new Date();
    await utimes(path, now, now);
    return path;
  }

  /** Lets go of everything that it held. */
  async letGo(holder: Holder): Promise<void> {
    await rm(join(this.#root, 'held', holder.name), { recursive: true, force: true });
  }

  /** Drops what was used longest ago and is not held, until so many bytes more keep within the limit. */
  async makeRoom(bytes: number): Promise<void> {
    this.#grown += bytes;
    if (this.#grown < this.#limit * UNMEASURED) return;
    const dropped = await this.#lock.alone(() => this.#evict(bytes));
    this.#grown = 0;
    for (const path of dropped) await rm(path, { recursive: true, force: true });
  }

  async #evict(bytes: number): Promise<string[]> {
    const held = await this.#heldEntries();
    const entries = await this.#entries();
    let total = entries.reduce((sum, entry) => sum + entry.bytes, bytes);
    const dropped: string[] = [];
    for (const entry of entries.sort((a, b) => a.used - b.used)) {
      if (total <= this.#limit) break;
      if (held.has(entry.name)) continue;
      const aside = join(this.#root, 'trash', randomUUID());
      await rename(join(this.#root, 'entries', entry.name), aside);
      dropped.push(aside);
      total -= entry.bytes;
    }
    return dropped;
  }

  async #entries(): Promise<Entry[]> {
    const names = await readdir(join(this.#root, 'entries'));
    return Promise.all(
      names.map(async (name) => {
        const path = join(this.#root, 'entries', name);
        return { name, bytes: await bytesIn(path), used: (await stat(path)).mtimeMs };
      }),
    );
  }

  async #heldEntries(): Promise<Set<string>> {
    await this.#dropDeadHolders();
    const held = new Set<string>();
    for (const holder of await readdir(join(this.#root, 'held'))) {
      for (const entry of await readdir(join(this.#root, 'held', holder)).catch(ifGone)) held.add(entry);
    }
    return held;
  }

  async #dropDeadHolders(): Promise<void> {
    for (const name of await readdir(join(this.#root, 'held'))) {
      const [pid, started] = name.split('-');
      if (!(await isAlive({ pid: Number(pid), started }))) await this.letGo({ name });
    }
  }
}

/** A file that another process moves away meanwhile counts nothing. */
async function bytesIn(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = files
    .filter((file) => file.isFile())
    .map((file) =>
      stat(join(file.parentPath, file.name)).then(
        ({ size }) => size,
        () => 0,
      ),
    );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

function ifGone(error: unknown): string[] {
  if (codeOf(error) === 'ENOENT') return [];
  throw error;
}
