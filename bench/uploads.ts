import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createReadStream, readFileSync } from 'node:fs';
import { Upload } from 'tus-js-client';
import { v7 as newId } from 'uuid';
import { startPostgres } from '../apps/backend/src/database/embeddedPostgres.ts';
import { openPlatform } from '../apps/backend/src/openPlatform.ts';
import { hashOf, newSecret } from '../apps/backend/src/people/secrets.ts';
import { Tokens } from '../apps/backend/src/people/signInTables.ts';
import { Organisations, People } from '../apps/backend/src/people/tables.ts';
import { migrate } from '../apps/backend/src/schema/migrate.ts';
import { Titles } from '../apps/backend/src/titles/tables.ts';
import { Uploads } from '../apps/backend/src/uploads/tables.ts';
import { residentOf } from './residentMemory.ts';

const MEGABYTE = 2 ** 20;

/** Four times the bytes must not take more memory. */
const SIZES = [256 * MEGABYTE, 1024 * MEGABYTE];

const folder = await mkdtemp(join(tmpdir(), 'mondwerk-bench-'));
await chmod(folder, 0o755); // a root's PostgreSQL runs as another user
const postgres = await startPostgres(join(folder, 'database'), { durable: false });
try {
  await migrate(postgres.url);
  await measureAll();
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

async function measureAll(): Promise<void> {
  const environment = {
    DATABASE_URL: postgres.url,
    DATA_FOLDER: join(folder, 'data'),
    LOG_LEVEL: 'silent',
    PORT: '4777',
  };
  const platform = await openPlatform(environment);
  const { manager } = platform.database;
  const [organisation, person, title] = [newId(), newId(), newId()];
  await manager.save(Organisations, { id: organisation, name: 'Studio', quota: null });
  await manager.save(People, {
    ...{ id: person, organisation, email: 'p@example.org', name: 'P', role: 'producer', operator: false },
    ...{ password: null, disabledAt: null },
  });
  await manager.save(Titles, { id: title, organisation, name: 'Long', language: null, archivedAt: null });
  const token = newSecret('mw');
  const row = { id: newId(), organisation, person, name: 'bench', secret: hashOf(token), scopes: null };
  await manager.insert(Tokens, row);
  const server = fork(join(import.meta.dirname, 'uploadServer.ts'), {
    env: { ...process.env, ...environment },
  });
  await once(server, 'message');
  for (const bytes of SIZES) {
    const path = join(folder, 'paper.pdf');
    await writeFile(path, '%PDF-1.7\n');
    await truncate(path, bytes);
    const seen = watch(server.pid!);
    const [before, worked] = [performance.now(), workOf(server.pid!)];
    const id = await send(path, bytes, { title, token });
    const sent = performance.now();
    const checked = await untilReady(id);
    const memory = seen();
    const work = workOf(server.pid!) - worked;
    const rate = (ms: number): string => `${Math.round(bytes / MEGABYTE / (ms / 1000))} MiB/s`;
    console.log(
      [
        `${bytes / MEGABYTE} MiB: sent at ${rate(sent - before)}`,
        `ready after ${((checked - before) / 1000).toFixed(1)} s`,
        `the web process worked ${work.toFixed(1)} s (${rate(work * 1000)} of it) and had ${memory} MiB at most`,
      ].join(', '),
    );
  }
  server.kill();
  await platform.close();

  async function untilReady(id: string): Promise<number> {
    for (;;) {
      const { state } = await manager.findOneByOrFail(Uploads, { id });
      if (state === 'ready') return performance.now();
      if (state !== 'checking') throw new Error(`the upload is ${state}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Sends a file in one request, as a browser does. Returns the upload's id. */
function send(
  path: string,
  bytes: number,
  { title, token }: { readonly title: string; readonly token: string },
): Promise<string> {
  return new Promise((resolve, reject) => {
    const upload = new Upload(createReadStream(path, { highWaterMark: MEGABYTE }), {
      endpoint: 'http://127.0.0.1:4777/uploads',
      uploadSize: bytes,
      chunkSize: 64 * MEGABYTE,
      headers: { authorization: `Bearer ${token}` },
      metadata: { title, purpose: 'evidence', filename: 'paper.pdf' },
      onSuccess: () => resolve(upload.url!.split('/').at(-1)!),
      onError: reject,
    });
    upload.start();
  });
}

/** Seconds that a process has worked on any core, its threads' included. */
function workOf(pid: number): number {
  const ticks = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13);
  return (Number(ticks[0]) + Number(ticks[1])) / 100;
}

/** Looks at a process's memory until it is asked for the most that it was, in MiB. */
function watch(pid: number): () => number {
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, residentOf(pid));
  }, 100);
  return () => {
    clearInterval(timer);
    return Math.round(most / 1024);
  };
}
