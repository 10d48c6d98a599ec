import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { isAlive, thisProcess, type ProcessName } from './livingProcess.ts';
import { codeOf } from './refusals.ts';

const POLL_MS = 10;

/** Lets one at a time do something in a folder: of this process by queueing, of others by a lock that outlives nobody. */
export class CacheLock {
  readonly #path: string;
  #last: Promise<unknown> = Promise.resolve();

  constructor(path: string) {
    this.#path = path;
  }

  /** Does it when it is this one's turn. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(() => this.#locked(work));
    this.#last = turn.catch(() => {});
    return turn;
  }

  async #locked<T>(work: () => Promise<T>): Promise<T> {
    const mine = `${this.#path}.${process.pid}`;
    await writeFile(mine, JSON.stringify(await thisProcess()));
    try {
      while (!(await claim(mine, this.#path))) {
        if (await isStale(this.#path)) await dropStale(this.#path);
        else await wait(POLL_MS);
      }
    } finally {
      await rm(mine, { force: true });
    }
    try {
      return await work();
    } finally {
      await rm(this.#path, { force: true });
    }
  }
}

/** A hard link appears at once and whole, and fails when the name is taken. */
async function claim(mine: string, path: string): Promise<boolean> {
  try {
    await link(mine, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function isStale(path: string): Promise<boolean> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text !== undefined && !(await isAlive(JSON.parse(text) as ProcessName));
}

/** Only one of several takers can move the stale lock away. */
async function dropStale(path: string): Promise<void> {
  const aside = `${path}.stale.${process.pid}`;
  await rename(path, aside).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
  });
  await rm(aside, { force: true });
}
