import { appendFile, mkdir } from 'node:fs/promises';
import { hostname, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { Refusal } from '@mondwerk/film';

/** Where the command line writes down on what it rendered faces; lines are only ever added. */
export const ledgerIn = (dataFolder: string): string => join(dataFolder, 'rights-ledger.jsonl');

/** Whoever is at the keyboard, as the machine knows them. */
export const operatorHere = (): string => `${userInfo().username}@${hostname()}`;

/**
 * Adds a line to the ledger: one write, so that several programs may add to it at once.
 * @throws Refusal `rights-ledger` when it cannot be written, since then nothing may be rendered.
 */
export async function addToLedger(ledger: string, entry: object): Promise<void> {
  try {
    await mkdir(dirname(ledger), { recursive: true });
    await appendFile(ledger, `${JSON.stringify(entry)}\n`, { mode: 0o600, flush: true });
  } catch (cause) {
    throw new Refusal(
      'rights-ledger',
      `It cannot be written down in ${ledger} on what these faces may be rendered, so they are not: name a folder of yours in DATA_FOLDER.`,
      { cause },
    );
  }
}
