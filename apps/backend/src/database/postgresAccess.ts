import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** How the built-in database is reached: only from this machine, only with the password. */
export interface PostgresAccess {
  readonly port: number;
  readonly password: string;
}

/** The name of the database and of its owner. */
export const OWNER = 'mondwerk';

/** The file of a cluster that says how it is reached; nobody but its owner may read it. */
export const accessFile = (cluster: string): string => join(cluster, 'mondwerk.json');

/** Reads how the database of a cluster is reached; `undefined` when there is none yet. */
export async function readAccess(cluster: string): Promise<PostgresAccess | undefined> {
  try {
    return JSON.parse(await readFile(accessFile(cluster), 'utf8')) as PostgresAccess;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A password nobody knows yet, safe in addresses. */
export const newPassword = (): string => randomBytes(24).toString('base64url');

/** The address of a database for clients. */
export const addressOf = ({ port, password }: PostgresAccess, database = OWNER): string =>
  `postgres://${OWNER}:${password}@127.0.0.1:${port}/${database}`;

/** The wanted port if it is free, otherwise any free one. */
export async function freePort(wanted = 0): Promise<number> {
  const server = createServer();
  try {
    server.listen({ port: wanted, host: '127.0.0.1' });
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
    return address.port;
  } catch (error) {
    if (wanted === 0) throw error;
    return freePort();
  } finally {
    server.close();
  }
}
