import { setTimeout as wait } from 'node:timers/promises';
import { checkUpload, type Checking } from './checkUpload.ts';
import { moveUpload } from './moveUpload.ts';
import { Uploads } from './tables.ts';

/** How long whoever sent the last byte waits to be told what was found; then they must ask. */
const PATIENCE_MS = 20_000;

/**
 * Has an upload checked of which all bytes have arrived. Returns when that is done, or after a while.
 * @throws Refusal when it is refused meanwhile.
 */
export async function finishUpload(checking: Checking, id: string): Promise<void> {
  await moveUpload(checking.database.manager, id, 'checking', { touchedAt: new Date() });
  const check = checkUpload(checking, id);
  // Whoever looks at the upload is told what went wrong after everybody has gone.
  check.catch(() => {});
  await Promise.race([check, wait(PATIENCE_MS, undefined, { ref: false })]);
}

const LOOKS = 100;
const LOOK_MS = 100;

/** Has an upload checked as soon as the transaction that adds it is in the database; not at all if it never is. */
export async function checkSoon(checking: Checking, id: string): Promise<void> {
  for (let look = 0; look < LOOKS; look++) {
    await wait(LOOK_MS, undefined, { ref: false });
    if (await checking.database.manager.existsBy(Uploads, { id })) return checkUpload(checking, id);
  }
}
