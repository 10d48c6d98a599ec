import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPlatform } from '../../../apps/backend/src/openPlatform.ts';
import type { Platform } from '../../../apps/backend/src/platform.ts';
import { Titles } from '../../../apps/backend/src/titles/tables.ts';
import { Uploads } from '../../../apps/backend/src/uploads/tables.ts';
import { freshDatabase } from '../database.ts';
import { addOrganisation, tokenOf } from '../server.ts';
import { startS3Double, type S3Double } from '../storage/s3Double.ts';
import { sha256Of } from './files.ts';
import { sendFile, type Sent } from './tusClient.ts';

const MEGABYTE = 2 ** 20;
const BYTES = 64 * MEGABYTE;

let folder: string;
let double: S3Double;
let file: string;
let sha256: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-kills-'));
  double = await startS3Double(join(folder, 's3'));
  file = join(folder, 'contract.pdf');
  await writeFile(file, Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(BYTES - 9)]));
  sha256 = await sha256Of(file);
});
afterAll(async () => {
  await double.close();
  await rm(folder, { recursive: true, force: true });
});

const storages: Readonly<Record<string, () => NodeJS.ProcessEnv>> = {
  'a folder': () => ({}),
  S3: () => ({
    STORAGE_URL: double.url.replace('?', '/kills?'),
    S3_ACCESS_KEY_ID: double.credentials.accessKeyId,
    S3_SECRET_ACCESS_KEY: double.credentials.secretAccessKey,
  }),
};

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  if (child.signalCode === null) await once(child, 'exit');
}

describe.each(Object.keys(storages))('an upload into %s', (kind) => {
  let platform: Platform;
  let environment: NodeJS.ProcessEnv;
  let url: string;
  let token: string;
  let metadata: Record<string, string>;
  let server: ChildProcess;

  const startServer = async (): Promise<ChildProcess> => {
    const child = fork(join(import.meta.dirname, 'serverProcess.ts'), {
      env: { ...process.env, ...environment },
    });
    const dead = once(child, 'exit').then(() => Promise.reject(new Error('the server did not start')));
    dead.catch(() => {});
    await Promise.race([once(child, 'message'), dead]);
    return child;
  };

  beforeAll(async () => {
    const port = await freePort();
    environment = {
      DATABASE_URL: await freshDatabase(),
      DATA_FOLDER: join(folder, newId()),
      LOG_LEVEL: 'silent',
      PORT: String(port),
      ...storages[kind](),
    };
    platform = await openPlatform(environment);
    const { organisation, producer } = await addOrganisation(platform, 'producer');
    token = await tokenOf({ platform }, producer);
    const title = newId();
    await platform.database.manager.save(Titles, {
      id: title,
      organisation,
      name: 'Kills',
      language: null,
      archivedAt: null,
    });
    metadata = { title, purpose: 'evidence', filename: 'contract.pdf', sha256 };
    url = `http://127.0.0.1:${port}`;
    server = await startServer();
  });
  afterAll(async () => {
    await kill(server);
    await platform.close();
  });

  const arrived = async (address: string): Promise<string> => {
    const row = await platform.database.manager.findOneByOrFail(Uploads, { id: address.split('/').at(-1)! });
    expect(row).toMatchObject({ state: 'ready', bytes: BYTES, received: BYTES, sha256 });
    return platform.storage.borrow(async (lent) => sha256Of(await lent.localFile(row.key)));
  };

  it.each([
    { how: 'in pieces of 8 MiB', chunkSize: 8 * MEGABYTE, at: kind === 'S3' ? [0.6] : [0.25, 0.5, 0.75] },
    { how: 'in one piece', chunkSize: Number.POSITIVE_INFINITY, at: [0.6] },
  ])('goes on after the server was killed while it was sent $how', async ({ chunkSize, at }) => {
    const killAt = at.map((part) => part * BYTES);
    const resumedAt: number[] = [];
    let restarting: Promise<void> | null = null;
    let restarted = false;
    const sent = await sendFile(url, file, {
      token,
      metadata,
      chunkSize,
      onProgress: (bytes) => {
        if (restarted) resumedAt.push(bytes);
        restarted = false;
        if (restarting !== null || bytes < (killAt[0] ?? Infinity)) return;
        killAt.shift();
        restarting = (async () => {
          await kill(server);
          server = await startServer();
          restarting = null;
          restarted = true;
        })();
      },
    });
    expect(sent.problem).toBeNull();
    expect(killAt).toEqual([]);
    expect(resumedAt).toHaveLength(at.length);
    for (const bytes of resumedAt) expect(bytes).toBeGreaterThan(0);
    expect(await arrived(sent.url!)).toBe(sha256);
  });

  it('goes on in another process after its client was killed', async () => {
    const startClient = (...more: string[]): ChildProcess =>
      fork(join(import.meta.dirname, 'clientProcess.ts'), [
        url,
        file,
        token,
        JSON.stringify(metadata),
        ...more,
      ]);
    const first = startClient();
    const address = await new Promise<string>((resolve) => {
      let known = '';
      first.on('message', (said: { url?: string; bytes?: number }) => {
        known = said.url ?? known;
        if ((said.bytes ?? 0) > BYTES / 2) resolve(known);
      });
    });
    await kill(first);
    const second = startClient(address);
    let lowest = Infinity;
    const sent = await new Promise<Sent>((resolve) => {
      second.on('message', (said: { sent?: Sent; bytes?: number }) => {
        lowest = Math.min(lowest, said.bytes ?? Infinity);
        if (said.sent) resolve(said.sent);
      });
    });
    expect(sent).toEqual({ url: address, problem: null });
    expect(lowest).toBeGreaterThan(BYTES / 4);
    expect(await arrived(address)).toBe(sha256);
  });

  it.skipIf(kind === 'S3')(
    'is checked by the next server when the last one was killed after the last byte',
    async () => {
      const address = await sendFile(url, file, {
        token,
        metadata,
        // Whoever gets the last byte is gone before it can say anything.
        onChunkComplete: (_size, bytes) => {
          if (bytes > BYTES - 9 * MEGABYTE) server.kill('SIGKILL');
        },
        retryDelays: [],
      }).then(
        (sent) => sent.url!,
        async () => '',
      );
      await kill(server);
      server = await startServer();
      const [row] = await platform.database.manager.find(Uploads, { order: { id: 'DESC' }, take: 1 });
      expect(address === '' || address.endsWith(row.id)).toBe(true);
      if (row.state === 'receiving') {
        const sent = await sendFile(url, file, { token, metadata, url: `${url}/uploads/${row.id}` });
        expect(sent.problem).toBeNull();
      }
      await expect
        .poll(async () => (await platform.database.manager.findOneByOrFail(Uploads, { id: row.id })).state, {
          timeout: 90_000,
          interval: 500,
        })
        .toBe('ready');
      expect(await arrived(`${url}/uploads/${row.id}`)).toBe(sha256);
    },
  );
});
