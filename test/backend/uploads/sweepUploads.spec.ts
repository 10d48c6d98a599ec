import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Titles } from '../../../apps/backend/src/titles/tables.ts';
import { sweepForgottenUploads, sweepUploads } from '../../../apps/backend/src/uploads/sweepUploads.ts';
import { Uploads, type UploadRow } from '../../../apps/backend/src/uploads/tables.ts';
import { deskOf } from '../../../apps/backend/src/uploads/uploadDesk.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';
import { startS3Double, type S3Double } from '../storage/s3Double.ts';
import { makeFiles } from './files.ts';
import { sendFile } from './tusClient.ts';

let folder: string;
let film: string;
let double: S3Double;
let server: TestServer;
let token: string;
let title: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-sweeps-'));
  film = (await makeFiles(folder)).film;
  double = await startS3Double(join(folder, 's3'));
});
afterAll(async () => {
  await double.close();
  await rm(folder, { recursive: true, force: true });
});

const rowOf = (id: string): Promise<UploadRow> =>
  server.platform.database.manager.findOneByOrFail(Uploads, { id });

const days = (count: number): Date => new Date(Date.now() + count * 24 * 3_600_000);

/** Sends a part of the film and goes away. */
async function begin(): Promise<string> {
  const metadata = { title, purpose: 'source', filename: 'film.mp4' };
  let address = '';
  await sendFile(server.url, film, {
    token,
    metadata,
    chunkSize: 8192,
    retryDelays: [],
    onUrl: (url) => {
      address = url;
    },
    onAfterResponse: (request) => {
      if (request.getMethod() === 'PATCH') throw new Error('gone');
    },
  }).catch(() => {});
  return address.split('/').at(-1)!;
}

describe.each(['a folder', 'S3'])('a sweep of %s', (kind) => {
  beforeAll(async () => {
    const s3 = {
      STORAGE_URL: double.url.replace('?', '/sweeps?'),
      S3_ACCESS_KEY_ID: double.credentials.accessKeyId,
      S3_SECRET_ACCESS_KEY: double.credentials.secretAccessKey,
    };
    server = await startServer({ UPLOAD_DAYS: '2', ...(kind === 'S3' ? s3 : {}) });
    const { organisation, producer } = await addOrganisation(server.platform, 'producer');
    token = await tokenOf(server, producer);
    title = newId();
    const row = { id: title, organisation, name: 'Sweeps', language: null, archivedAt: null };
    await server.platform.database.manager.save(Titles, row);
  });
  afterAll(() => server.close());

  it('leaves alone what may still go on', async () => {
    const id = await begin();
    await sweepUploads(server.platform, days(1));
    expect(await rowOf(id)).toMatchObject({ state: 'receiving' });
    const metadata = { title, purpose: 'source', filename: 'film.mp4' };
    const url = `${server.url}/uploads/${id}`;
    expect((await sendFile(server.url, film, { token, metadata, url })).problem).toBeNull();
    expect(await rowOf(id)).toMatchObject({ state: 'ready' });
  });

  it('throws away what nobody has added to for too long', async () => {
    const id = await begin();
    const { key } = await rowOf(id);
    const { door } = deskOf(server.platform);
    expect(await door.offset(key)).toBeGreaterThan(0);
    await sweepUploads(server.platform, days(3));
    expect(await rowOf(id)).toMatchObject({ state: 'expired' });
    expect(await door.offset(key)).toBeUndefined();
  });

  it('throws away what has arrived of uploads that went with their title', async () => {
    const [stays, goes] = [await begin(), await begin()];
    const keys = [(await rowOf(stays)).key, (await rowOf(goes)).key];
    await server.platform.database.manager.delete(Uploads, { id: goes });
    await sweepForgottenUploads(server.platform);
    const { door } = deskOf(server.platform);
    expect(await door.offset(keys[0])).toBeGreaterThan(0);
    expect(await door.offset(keys[1])).toBeUndefined();
  });

  it('has a whole upload checked that a killed server left', async () => {
    const metadata = { title, purpose: 'source', filename: 'film.mp4' };
    const sent = await sendFile(server.url, film, { token, metadata });
    const id = sent.url!.split('/').at(-1)!;
    const left: Partial<UploadRow> = {
      state: 'checking',
      checkedAt: new Date(Date.now() - 40_000),
      facts: null,
    };
    await server.platform.database.manager.update(Uploads, { id }, left);
    await sweepUploads(server.platform, days(1));
    await expect.poll(async () => (await rowOf(id)).state, { timeout: 20_000 }).toBe('ready');
    expect((await rowOf(id)).facts).toMatchObject({ frames: 48 });
  });
});
