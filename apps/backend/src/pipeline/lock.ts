import { readFile, rename, rm, link, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '@mondwerk/film';

interface Owner {
  readonly pid: number;
  /** When the kernel started that process; a pid used again has another. `undefined` where it cannot be told. */
  readonly started?: string;
}

/**
 * Makes this process the only one that writes in a folder, until the returned function is called. The lock of a
 * process that has died is taken over. @throws Refusal `work-folder-busy` when a living process holds it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'lock.json');
  const mine = `${path}.${process.pid}`;
  await writeFile(mine, JSON.stringify({ pid: process.pid, started: await startOf(process.pid) }));
  try {
    while (!(await claim(mine, path))) {
      const owner = await readOwner(path);
      if (owner && (await isAlive(owner))) throw busy(folder, owner.pid);
      await dropStale(path);
    }
  } finally {
    await rm(mine, { force: true });
  }
  return () => rm(path, { force: true });
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

/** Only one of several takers can move the stale lock away. */
async function dropStale(path: string): Promise<void> {
  const aside = `${path}.stale.${process.pid}`;
  try {
    await rename(path, aside);
    await rm(aside, { force: true });
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

async function readOwner(path: string): Promise<Owner | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Owner;
  } catch {
    return undefined;
  }
}

async function isAlive(owner: Owner): Promise<boolean> {
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
  const started = await startOf(owner.pid);
  return started === undefined || owner.started === undefined || started === owner.started;
}

async function startOf(pid: number): Promise<string | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

const busy = (folder: string, pid: number): Refusal =>
  new Refusal(
    'work-folder-busy',
    `Another mondwerk (process ${pid}) is at work in ${folder}: wait until it ends, or give this run another --work folder.`,
  );
