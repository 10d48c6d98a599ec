import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { isAlive, thisProcess, type ProcessName } from './livingProcess.ts';
import { codeOf } from './refusals.ts';

/**
 * Tries to make a file by which this process tells others that something is its own; a file that a dead process left is
 * taken over. Returns the living process that has it, `null` when it is ours now.
 */
export async function claimFile(path: string): Promise<ProcessName | null> {
  const mine = `${path}.${randomUUID()}`;
  await writeFile(mine, JSON.stringify(await thisProcess()));
  try {
    while (!(await linkNew(mine, path))) {
      const owner = await readOwner(path);
      if (owner && (await isAlive(owner))) return owner;
      await dropStale(path);
    }
    return null;
  } finally {
    await rm(mine, { force: true });
  }
}

/** A hard link appears at once and whole, and fails when the name is taken. */
async function linkNew(existing: string, path: string): Promise<boolean> {
  try {
    await link(existing, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function readOwner(path: string): Promise<ProcessName | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as ProcessName;
  } catch {
    return undefined;
  }
}

/** Only one of several takers can move the file away; what somebody faster has put there is put back. */
async function dropStale(path: string): Promise<void> {
  const aside = `${path}.stale.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const owner = await readOwner(aside);
  if (owner && (await isAlive(owner))) await linkNew(aside, path);
  await rm(aside, { force: true });
}
