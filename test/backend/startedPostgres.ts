import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startPostgres, type EmbeddedPostgres } from '../../apps/backend/src/database/embeddedPostgres.ts';
import { migrate } from '../../apps/backend/src/schema/migrate.ts';
import { TEMPLATE, asDatabase, withClient } from './databaseNames.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where specs ask for the one PostgreSQL of this run. */
    readonly postgresDoor: string;
  }
}

/** Starts one PostgreSQL for the whole run, but only when the first spec knocks. */
export default async function startedPostgres(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'mondwerk-test-'));
  let started: Promise<EmbeddedPostgres> | undefined;
  process.once('exit', () => endNow(folder));
  const door = createServer((_request, response) => {
    started ??= prepare(folder);
    started.then(
      ({ url }) => response.end(url),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  project.provide('postgresDoor', `http://127.0.0.1:${(door.address() as AddressInfo).port}`);
  return async () => {
    door.close();
    await (await started?.catch(() => undefined))?.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

/** A run that is broken off leaves nothing behind either. */
function endNow(folder: string): void {
  const file = join(folder, 'cluster/postmaster.pid');
  if (existsSync(file)) process.kill(Number(readFileSync(file, 'utf8').split('\n')[0]), 'SIGQUIT');
  rmSync(folder, { recursive: true, force: true });
}

/** Every spec's database is a copy of this one, which has been migrated once. */
async function prepare(folder: string): Promise<EmbeddedPostgres> {
  const postgres = await startPostgres(folder, { durable: false });
  await withClient(postgres.url, (client) => client.query(`create database ${TEMPLATE}`));
  await migrate(asDatabase(postgres.url, TEMPLATE));
  return postgres;
}
