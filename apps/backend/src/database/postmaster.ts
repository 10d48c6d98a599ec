import { existsSync } from 'node:fs';
import { readFile, readlink, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The process that serves a cluster, as it says so itself in the cluster's folder. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/**
 * The living process that serves a cluster. What a killed one left behind is cleared away, also when its number is now
 * another program's, which PostgreSQL itself would take for a living server.
 */
export async function findPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const file = join(cluster, 'postmaster.pid');
  const lines = await readFile(file, 'utf8').then(
    (text) => text.split('\n'),
    () => [],
  );
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!(pid > 0 && port > 0)) return undefined;
  if (isAlive(pid) && (await servesHere(pid, cluster))) return { pid, port };
  await rm(file, { force: true });
  return undefined;
}

/** Asks the one that serves a cluster to end at once but tidily, and waits until it has. */
export async function stopPostmaster(cluster: string): Promise<void> {
  const postmaster = await findPostmaster(cluster);
  if (!postmaster) return;
  process.kill(postmaster.pid, 'SIGINT');
  while (await findPostmaster(cluster)) await sleep(20);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** A server works in its cluster's folder. Where that cannot be seen, its word is taken. */
async function servesHere(pid: number, cluster: string): Promise<boolean> {
  try {
    return (await readlink(`/proc/${pid}/cwd`)) === (await realpath(cluster));
  } catch (error) {
    const gone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return !(gone && existsSync('/proc/self'));
  }
}
