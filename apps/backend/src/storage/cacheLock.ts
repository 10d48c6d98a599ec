import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { claimFile } from './claimFile.ts';

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
    while (await claimFile(this.#path)) await wait(POLL_MS);
    try {
      return await work();
    } finally {
      await rm(this.#path, { force: true });
    }
  }
}
