import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '@mondwerk/film';
import { claimFile } from '../storage/claimFile.ts';

/**
 * Makes this process the only one that writes in a folder, until the returned function is called. The lock of a
 * process that has died is taken over. @throws Refusal `work-folder-busy` when a living process holds it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'lock.json');
  const owner = await claimFile(path);
  if (owner) throw busy(folder, owner.pid);
  return () => rm(path, { force: true });
}

const busy = (folder: string, pid: number): Refusal =>
  new Refusal(
    'work-folder-busy',
    `Another mondwerk (process ${pid}) is at work in ${folder}: wait until it ends, or give this run another --work folder.`,
  );
