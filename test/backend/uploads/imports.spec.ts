import { copyFile, mkdir, mkdtemp, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStorage } from '../../../apps/backend/src/storage/openStorage.ts';
import { Titles } from '../../../apps/backend/src/titles/tables.ts';
import { as, type Client, type Json } from '../client.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';
import { startS3Double, type S3Double } from '../storage/s3Double.ts';
import { makeFiles, sha256Of } from './files.ts';

let folder: string;
let files: Awaited<ReturnType<typeof makeFiles>>;
let double: S3Double;
let server: TestServer;
let producer: Client;
let title: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-imports-'));
  files = await makeFiles(folder);
  double = await startS3Double(join(folder, 's3'));
  await mkdir(join(folder, 'media/reel 1'), { recursive: true });
  await mkdir(join(folder, 'media-of-others'));
  await copyFile(files.film, join(folder, 'media/reel 1/film é.mp4'));
  await copyFile(files.film, join(folder, 'media-of-others/film.mp4'));
  await symlink(join(folder, 'media-of-others'), join(folder, 'media/way-out'));
  await symlink(join(folder, 'media/reel 1/film é.mp4'), join(folder, 'media/way-in.mp4'));
  await writeFile(join(folder, 'media/empty.mp4'), '');
  server = await startServer({
    IMPORT_ROOTS: `${join(folder, 'media')}:${join(folder, 'no-such-folder')}`,
    IMPORT_S3_URL: double.url.replace('?', '/rushes?'),
    S3_ACCESS_KEY_ID: double.credentials.accessKeyId,
    S3_SECRET_ACCESS_KEY: double.credentials.secretAccessKey,
  });
  const studio = await addOrganisation(server.platform, 'producer');
  producer = as(server, await tokenOf(server, studio.producer));
  title = newId();
  const { organisation } = studio;
  const row = { id: title, organisation, name: 'Imports', language: null, archivedAt: null };
  await server.platform.database.manager.save(Titles, row);
});
afterAll(async () => {
  await server.close();
  await double.close();
  await rm(folder, { recursive: true, force: true });
});

const ask = (body: Json) => producer.post<Json>(`/titles/${title}/imports`, body);

async function ended(id: unknown): Promise<Json> {
  const look = () => producer.get<Json>(`/uploads/${String(id)}`);
  await expect.poll(async () => (await look()).body.state, { timeout: 30_000 }).not.toBe('checking');
  return (await look()).body;
}

describe('an import', () => {
  it('copies a file from a folder of the studio and makes a source of it', async () => {
    const path = join(folder, 'media/reel 1/film é.mp4');
    const sha256 = await sha256Of(path);
    const { status, body } = await ask({ path, sha256 });
    expect(status).toBe(202);
    expect(await ended(body.id)).toMatchObject({
      ...{ state: 'ready', name: 'film é.mp4', sha256, origin: path, used: true, purpose: 'source' },
      facts: { frames: 48 },
    });
    await unlink(path);
    const { body: sources } = await producer.get<{ items: Json[] }>(`/titles/${title}/sources`);
    expect(sources.items).toMatchObject([{ name: 'film é.mp4', sha256 }]);
    await copyFile(files.film, path);
  });

  it('follows a link that stays inside', async () => {
    const { body } = await ask({ path: join(folder, 'media/way-in.mp4'), name: 'cut 2.mp4' });
    expect(await ended(body.id)).toMatchObject({ state: 'ready', name: 'cut 2.mp4' });
  });

  it('copies a file from the bucket of the studio', async () => {
    const rushes = await openStorage({
      url: double.url.replace('?', '/rushes?'),
      s3: double.credentials,
      cacheFolder: join(folder, 'cache'),
      cacheBytes: 1e9,
    });
    const draft = await rushes.draftFile('day1/voice.wav');
    await copyFile(files.voice, draft);
    await rushes.keep(draft, 'day1/voice.wav');
    const { body } = await ask({ key: 'day1/voice.wav', purpose: 'stem' });
    expect(await ended(body.id)).toMatchObject({ state: 'ready', name: 'voice.wav', facts: { channels: 1 } });
    expect(await ask({ key: 'day1/nothing.wav' })).toMatchObject({ body: { type: '/problems/missing' } });
  });

  it.each([
    ['outside', () => join(folder, 'film.mp4')],
    ['outside under a like name', () => join(folder, 'media-of-others/film.mp4')],
    ['above by dots', () => join(folder, 'media') + '/../film.mp4'],
    ['behind a link that leads out', () => join(folder, 'media/way-out/film.mp4')],
    ['of the system', () => '/etc/passwd'],
    ['nowhere', () => '/no/such/file.mp4'],
    ['below no folder at all', () => 'media/film.mp4'],
    ['cut off by a zero byte', () => `${join(folder, 'media/way-in.mp4')}\0.mp4`],
    ['the root itself', () => join(folder, 'media')],
  ])('refuses a file that is %s', async (_, path) => {
    expect(await ask({ path: path() })).toMatchObject({
      status: 422,
      body: { type: '/problems/import-elsewhere' },
    });
  });

  it.each([
    ['missing', 'media/nothing.mp4'],
    ['folder', 'media/reel 1'],
    ['empty', 'media/empty.mp4'],
  ])('refuses what is %s inside', async (code, path) => {
    expect(await ask({ path: join(folder, path) })).toMatchObject({ body: { type: `/problems/${code}` } });
  });

  it('refuses a file that is not what it should be', async () => {
    const { body } = await ask({ path: join(folder, 'media/way-in.mp4'), sha256: 'a'.repeat(64) });
    const upload = await ended(body.id);
    expect(upload).toMatchObject({ state: 'refused', problem: expect.stringContaining('SHA-256') as string });
  });

  it('is told once for one Idempotency-Key', async () => {
    const key = { 'idempotency-key': newId() };
    const path = join(folder, 'media/way-in.mp4');
    const first = await producer.post<Json>(`/titles/${title}/imports`, { path }, key);
    const second = await producer.post<Json>(`/titles/${title}/imports`, { path }, key);
    expect(second.body.id).toBe(first.body.id);
    await ended(first.body.id);
  });
});
