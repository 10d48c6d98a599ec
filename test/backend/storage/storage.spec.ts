import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStorage, type StorageSettings } from '../../../apps/backend/src/storage/openStorage.ts';
import type { Storage } from '../../../apps/backend/src/storage/storage.ts';
import { startS3Double, type S3Double } from './s3Double.ts';

const real = process.env.TEST_S3_URL;
let folder: string;
let double: S3Double;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-storage-'));
  double = await startS3Double(join(folder, 's3'));
});

afterAll(async () => {
  await double.close();
  await rm(folder, { recursive: true, force: true });
});

const kinds: Readonly<Record<string, () => Omit<StorageSettings, 'cacheFolder' | 'cacheBytes'>>> = {
  'a folder': () => ({ url: pathToFileURL(join(folder, `disk-${randomUUID()}`)).href, s3: null }),
  S3: () => ({
    url: double.url.replace('?', `/${randomUUID()}?`),
    s3: double.credentials,
  }),
  ...(real === undefined
    ? {}
    : {
        'the real S3 of TEST_S3_URL': () => ({
          url: real,
          s3: {
            accessKeyId: process.env.TEST_S3_ACCESS_KEY ?? '',
            secretAccessKey: process.env.TEST_S3_SECRET_KEY ?? '',
          },
        }),
      }),
};

const open = (kind: string, cacheBytes = 1e9): Promise<Storage> =>
  openStorage({ ...kinds[kind](), cacheFolder: join(folder, `cache-${randomUUID()}`), cacheBytes });

async function keepText(storage: Storage, key: string, content: string | Uint8Array): Promise<void> {
  const draft = await storage.draftFile(key);
  await writeFile(draft, content);
  await storage.keep(draft, key);
}

const sha256 = async (chunks: AsyncIterable<Buffer>): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of chunks) hash.update(chunk);
  return hash.digest('hex');
};

describe.each(Object.keys(kinds))('storage in %s', (kind) => {
  it('gives back what was kept, whole and in part', async () => {
    const storage = await open(kind);
    await keepText(storage, 'titles/a/film.mov', '0123456789');
    expect((await buffer(await storage.read('titles/a/film.mov'))).toString()).toBe('0123456789');
    const part = await storage.read('titles/a/film.mov', { start: 3, end: 7 });
    expect((await buffer(part)).toString()).toBe('3456');
    const nothing = await storage.read('titles/a/film.mov', { start: 3, end: 3 });
    expect((await buffer(nothing)).length).toBe(0);
    expect(await storage.stat('titles/a/film.mov')).toMatchObject({ key: 'titles/a/film.mov', bytes: 10 });
    expect(await readFile(await storage.localFile('titles/a/film.mov'), 'utf8')).toBe('0123456789');
  });

  it('uses the draft up and puts it in place of what was there', async () => {
    const storage = await open(kind);
    await keepText(storage, 'a.txt', 'old');
    expect(await readFile(await storage.localFile('a.txt'), 'utf8')).toBe('old');
    const draft = await storage.draftFile('a.txt');
    expect(draft).toMatch(/a\.txt$/);
    await writeFile(draft, 'newer');
    await storage.keep(draft, 'a.txt');
    await expect(stat(draft)).rejects.toThrow('ENOENT');
    expect(await readFile(await storage.localFile('a.txt'), 'utf8')).toBe('newer');
  });

  it('keeps an empty file and one of several parts', async () => {
    const storage = await open(kind);
    await keepText(storage, 'empty', '');
    expect((await storage.stat('empty'))?.bytes).toBe(0);
    expect((await buffer(await storage.read('empty'))).length).toBe(0);
    const large = randomBytes(40 * 2 ** 20);
    await keepText(storage, 'large', large);
    const local = createReadStream(await storage.localFile('large'));
    expect(await sha256(local)).toBe(createHash('sha256').update(large).digest('hex'));
  });

  it('lists what begins with a prefix and nothing else', async () => {
    const storage = await open(kind);
    for (const key of ['t/1/a', 't/1/b/c', 't/10/d', 'u/1']) await keepText(storage, key, key);
    const list = async (prefix: string): Promise<string[]> => {
      const keys: string[] = [];
      for await (const { key } of storage.list(prefix)) keys.push(key);
      return keys.sort();
    };
    expect(await list('t/1/')).toEqual(['t/1/a', 't/1/b/c']);
    expect(await list('t/1')).toEqual(['t/1/a', 't/1/b/c', 't/10/d']);
    expect(await list('nothing/')).toEqual([]);
    if (kind !== 'the real S3 of TEST_S3_URL') {
      expect(await list('')).toEqual(['t/1/a', 't/1/b/c', 't/10/d', 'u/1']);
    }
  });

  it('refuses to read what is not stored, and removes it quietly', async () => {
    const storage = await open(kind);
    await keepText(storage, 'a', 'a');
    await storage.remove('a');
    await storage.remove('a');
    expect(await storage.stat('a')).toBeUndefined();
    await expect(storage.read('a')).rejects.toMatchObject({ code: 'not-stored' });
    await expect(storage.localFile('a')).rejects.toMatchObject({ code: 'not-stored' });
  });

  it.each(['', '/a', 'a/', 'a//b', '../a', 'a/../b', 'a/..', '.hidden', 'a b', 'a\\b', 'a\0b', 'é'])(
    'takes %j for a bug, not for a key',
    async (key) => {
      const storage = await open(kind);
      await expect(storage.stat(key)).rejects.toThrow(TypeError);
      await expect(storage.localFile(key)).rejects.toThrow(TypeError);
      await expect(storage.draftFile(key)).rejects.toThrow(TypeError);
      await expect(storage.remove(key)).rejects.toThrow(TypeError);
    },
  );

  it('shares a work folder between two workers', async () => {
    const settings = { ...kinds[kind](), cacheBytes: 1e9 };
    const [one, two] = await Promise.all(
      ['one', 'two'].map(async (name) => {
        const storage = await openStorage({ ...settings, cacheFolder: join(folder, randomUUID(), name) });
        return storage.folder('titles/a/work');
      }),
    );
    expect(await two.bring('parts/shots.json')).toBe(false);
    await mkdir(join(one.path, 'parts'), { recursive: true });
    await writeFile(join(one.path, 'parts/shots.json'), '[1]');
    await one.share('parts/shots.json');
    expect(await two.bring('parts/shots.json')).toBe(true);
    expect(await readFile(join(two.path, 'parts/shots.json'), 'utf8')).toBe('[1]');
  });

  it('says that it can be used', async () => {
    await expect((await open(kind)).check()).resolves.toBeUndefined();
  });

  it('lends itself for some work', async () => {
    const storage = await open(kind);
    await keepText(storage, 'a', 'lent');
    const text = await storage.borrow(async (lent) => readFile(await lent.localFile('a'), 'utf8'));
    expect(text).toBe('lent');
  });
});

describe('storage in S3', () => {
  const megabyte = Buffer.alloc(2 ** 20);

  it('drops what was used longest ago when the cache is full, but nothing that is in use', async () => {
    const storage = await open('S3', 3.5 * 2 ** 20);
    for (const key of ['a', 'b', 'c', 'd', 'e']) await keepText(storage, key, megabyte);
    const there = (path: string): Promise<boolean> => stat(path).then(Boolean, () => false);
    const touch = async (key: string, seconds: number): Promise<string> =>
      storage.borrow(async (lent) => {
        const path = await lent.localFile(key);
        await utimes(join(path, '..'), seconds, seconds);
        return path;
      });
    await storage.borrow(async (lent) => {
      const held = await lent.localFile('a');
      await utimes(join(held, '..'), 1, 1);
      const [old, newer] = [await touch('b', 10), await touch('c', 20)];
      await storage.borrow((other) => other.localFile('d'));
      expect(await Promise.all([held, old, newer].map(there))).toEqual([true, false, true]);
    });
    await storage.borrow((lent) => lent.localFile('e'));
    expect(await there(await touch('c', 30))).toBe(true);
  });

  it('sends what was made whole and not sent, when it is asked for again', async () => {
    const settings = { ...kinds.S3(), cacheBytes: 1e9 };
    const [one, two] = await Promise.all(
      ['one', 'two'].map(async (name) => {
        const storage = await openStorage({ ...settings, cacheFolder: join(folder, randomUUID(), name) });
        return storage.folder('titles/b/work');
      }),
    );
    await mkdir(one.path, { recursive: true });
    await writeFile(join(one.path, 'made.json'), '[2]');
    expect(await two.bring('made.json')).toBe(false);
    expect(await one.bring('made.json')).toBe(true);
    expect(await two.bring('made.json')).toBe(true);
  });

  it('lets go of what a process held that has died', async () => {
    const cacheFolder = join(folder, `cache-${randomUUID()}`);
    const settings = { ...kinds.S3(), cacheFolder, cacheBytes: 1e9 };
    await openStorage(settings);
    await mkdir(join(cacheFolder, 'held', '999999999-1-dead'));
    await openStorage(settings);
    expect(await readdir(join(cacheFolder, 'held'))).not.toContain('999999999-1-dead');
  });

  it('says so when there is no such service', async () => {
    const storage = await openStorage({
      url: 's3://nowhere?endpoint=http://127.0.0.1:9',
      s3: double.credentials,
      cacheFolder: join(folder, 'nowhere'),
      cacheBytes: 1e9,
    });
    await expect(storage.check()).rejects.toMatchObject({ code: 'storage-unusable' });
  });
});

describe('a storage URL', () => {
  it.each([
    '',
    'folder',
    'file://host/folder',
    'file:///',
    'http://host/bucket',
    's3:///prefix',
    's3://b/../p?endpoint=x',
  ])('is refused when it is %j', async (url) => {
    const opening = openStorage({ url, s3: null, cacheFolder: folder, cacheBytes: 1 });
    await expect(opening).rejects.toMatchObject({ code: 'storage-url' });
  });
});
