import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Titles } from '../../../apps/backend/src/titles/tables.ts';
import { sweepUploads } from '../../../apps/backend/src/uploads/sweepUploads.ts';
import { Uploads, type UploadRow } from '../../../apps/backend/src/uploads/tables.ts';
import { deskOf } from '../../../apps/backend/src/uploads/uploadDesk.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';
import { makeFiles } from './files.ts';
import { sendFile } from './tusClient.ts';

let folder: string;
let film: string;
let server: TestServer;
let token: string;
let title: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-sweeps-'));
  film = (await makeFiles(folder)).film;
  server = await startServer({ UPLOAD_DAYS: '2' });
  const { organisation, producer } = await addOrganisation(server.platform, 'producer');
  token = await tokenOf(server, producer);
  title = newId();
  const row = { id: title, organisation, name: 'Sweeps', language: null, archivedAt: null };
  await server.platform.database.manager.save(Titles, row);
});
afterAll(async () => {
  await server.close();
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

describe('a sweep', () => {
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
