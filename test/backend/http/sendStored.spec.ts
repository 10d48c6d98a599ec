import { once } from 'node:events';
import { mkdtemp, readdir, readlink, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendStored, type SentFile } from '../../../apps/backend/src/http/sendStored.ts';
import { openStorage } from '../../../apps/backend/src/storage/openStorage.ts';
import { startS3Double, type S3Double } from '../storage/s3Double.ts';

const CONTENT = Buffer.from(Array.from({ length: 3_000_000 }, (_, index) => index % 251));

let folder: string;
let double: S3Double;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-downloads-'));
  double = await startS3Double(join(folder, 's3'));
});
afterAll(async () => {
  await double.close();
  await rm(folder, { recursive: true, force: true });
});

/** How many descriptors this process has open in the folder. */
async function openDescriptors(): Promise<number> {
  const names = await readdir('/proc/self/fd');
  const targets = await Promise.all(names.map((name) => readlink(`/proc/self/fd/${name}`).catch(() => '')));
  return targets.filter((target) => target.startsWith(folder)).length;
}

describe.each(['a folder', 'S3'])('a file stored in %s', (kind) => {
  let server: Server;
  let url: string;
  let failure: unknown;
  let file: SentFile;
  /** How long the server thinks before it sends, and how many requests it has dealt with. */
  let delay = 0;
  let [begun, done] = [0, 0];

  beforeAll(async () => {
    const storage = await openStorage({
      url: kind === 'S3' ? double.url : pathToFileURL(join(folder, 'disk')).href,
      s3: double.credentials,
      cacheFolder: join(folder, 'cache'),
      cacheBytes: 1e9,
    });
    const draft = await storage.draftFile('film.mp4');
    await writeFile(draft, CONTENT);
    await storage.keep(draft, 'film.mp4');
    server = createServer((incoming, outgoing) => {
      begun++;
      pass(delay)
        .then(() => sendStored({ incoming, outgoing }, storage, file))
        .catch((error: unknown) => {
          failure = error;
          outgoing.destroy();
        })
        .finally(() => done++);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  const get = async (
    headers: Readonly<Record<string, string>> = {},
    method = 'GET',
    changes: Partial<SentFile> = {},
  ) => {
    failure = undefined;
    file = { key: 'film.mp4', name: 'Café "1".mp4', etag: 'abc', ...changes };
    const answer = await fetch(url, { method, headers });
    return { status: answer.status, headers: answer.headers, body: Buffer.from(await answer.arrayBuffer()) };
  };

  it('is sent whole, with its name and its tag', async () => {
    const { status, headers, body } = await get();
    expect(status).toBe(200);
    expect(body.equals(CONTENT)).toBe(true);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'video/mp4',
      'content-length': '3000000',
      'accept-ranges': 'bytes',
      'content-disposition': `attachment; filename="Caf_ _1_.mp4"; filename*=UTF-8''Caf%C3%A9%20%221%22.mp4`,
      etag: '"abc"',
    });
  });

  it('is sent in part', async () => {
    const { status, headers, body } = await get({ range: 'bytes=1000-1999' });
    expect(status).toBe(206);
    expect(headers.get('content-range')).toBe('bytes 1000-1999/3000000');
    expect(body.equals(CONTENT.subarray(1000, 2000))).toBe(true);
    expect((await get({ range: 'bytes=-5' })).body.equals(CONTENT.subarray(-5))).toBe(true);
  });

  it('has no part beyond its end', async () => {
    const { status, headers } = await get({ range: 'bytes=3000000-' });
    expect([status, headers.get('content-range')]).toEqual([416, 'bytes */3000000']);
  });

  it('is not sent to those who have it', async () => {
    expect((await get({ 'if-none-match': 'W/"x", "abc"' })).status).toBe(304);
    expect((await get({ 'if-range': '"abc"', range: 'bytes=0-1' })).status).toBe(206);
    expect((await get({ 'if-range': '"old"', range: 'bytes=0-1' })).status).toBe(200);
  });

  it('is only described when asked with HEAD', async () => {
    const { status, headers, body } = await get({ range: 'bytes=0-99' }, 'HEAD');
    expect([status, headers.get('content-length'), body.length]).toEqual([206, '100', 0]);
  });

  it('tells a tag by itself when it is given none', async () => {
    const { headers } = await get({}, 'HEAD', { etag: undefined });
    expect(headers.get('etag')).toMatch(/^"[a-z0-9]+-[a-z0-9]+"$/);
  });

  it('is no longer read when nobody listens any more', async () => {
    const gone = new AbortController();
    file = { key: 'film.mp4', name: 'film.mp4' };
    const answer = await fetch(url, { signal: gone.signal });
    expect(answer.ok).toBe(true);
    gone.abort();
    await expect(answer.arrayBuffer()).rejects.toThrow();
    expect(failure).toBeUndefined();
  });

  it.each([0, 3, 40])(
    'is closed by whomever it was opened for, when all go away (%i ms)',
    async (thinking) => {
      [failure, delay, file] = [undefined, thinking, { key: 'film.mp4', name: 'film.mp4' }];
      const before = begun;
      for (let asked = 0; asked < 60; asked++) {
        const socket = connect(Number(new URL(url).port), '127.0.0.1').on('error', () => {});
        await once(socket, 'connect');
        socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nRange: bytes=1000-2999999\r\n\r\n');
        await pass(5 + (asked % 5));
        socket.destroy();
      }
      delay = 0;
      await expect.poll(() => begun - done, { timeout: 10_000 }).toBe(0);
      expect(begun - before).toBeGreaterThan(0);
      expect(failure).toBeUndefined();
      await expect.poll(openDescriptors, { timeout: 5000 }).toBe(0);
    },
  );

  it('is refused when it is gone', async () => {
    await expect(get({}, 'GET', { key: 'other.mp4' })).rejects.toThrow();
    expect(failure).toMatchObject({ code: 'not-stored' });
  });
});
