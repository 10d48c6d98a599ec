import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Runs } from '../../../apps/backend/src/queue/tables.ts';
import { Sources, Titles } from '../../../apps/backend/src/titles/tables.ts';
import { Organisations } from '../../../apps/backend/src/people/tables.ts';
import { as, type Client } from '../client.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';
import { startS3Double, type S3Double } from '../storage/s3Double.ts';
import { makeFiles, sha256Of } from './files.ts';
import { sendFile, type Sent } from './tusClient.ts';

let folder: string;
let files: Awaited<ReturnType<typeof makeFiles>>;
let double: S3Double;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-uploads-'));
  files = await makeFiles(folder);
  double = await startS3Double(join(folder, 's3'));
});
afterAll(async () => {
  await double.close();
  await rm(folder, { recursive: true, force: true });
});

const storages: Readonly<Record<string, () => NodeJS.ProcessEnv>> = {
  'a folder': () => ({}),
  S3: () => ({
    STORAGE_URL: double.url.replace('?', '/studio?'),
    S3_ACCESS_KEY_ID: double.credentials.accessKeyId,
    S3_SECRET_ACCESS_KEY: double.credentials.secretAccessKey,
  }),
};

describe.each(Object.keys(storages))('uploads into %s', (kind) => {
  let server: TestServer;
  let organisation: string;
  let token: string;
  let producer: Client;
  let title: string;

  beforeAll(async () => {
    server = await startServer({ LOG_LEVEL: 'error', ...storages[kind]() });
    const studio = await addOrganisation(server.platform, 'producer', 'reviewer');
    organisation = studio.organisation;
    token = await tokenOf(server, studio.producer);
    producer = as(server, token);
    title = newId();
    const name = 'The Kitchen';
    await server.platform.database.manager.save(Titles, {
      id: title,
      organisation,
      name,
      language: null,
      archivedAt: null,
    });
  });
  afterAll(() => server.close());

  const send = (path: string, metadata: Record<string, string>): Promise<Sent> =>
    sendFile(server.url, path, {
      token,
      metadata: { title, filename: path.split('/').at(-1)!, ...metadata },
    });

  const idIn = ({ url }: Sent): string => url!.split('/').at(-1)!;

  const sourcesOf = (upload: string) =>
    server.platform.database.manager
      .find(Sources, { where: { title } })
      .then((rows) => rows.filter(({ key }) => key.includes(upload)));

  it('make a source of a film, with its sum and what is in it', async () => {
    const sha256 = await sha256Of(files.film);
    const sent = await send(files.film, { purpose: 'source', sha256 });
    expect(sent.problem).toBeNull();
    const { body } = await producer.get(`/uploads/${idIn(sent)}`);
    expect(body).toMatchObject({ state: 'ready', sha256, used: true, facts: { width: 320, frames: 48 } });
    expect(await sourcesOf(idIn(sent))).toMatchObject([
      { name: 'film.mp4', sha256, state: expect.stringMatching(/waiting|analysing/) },
    ]);
    const runs = await server.platform.database.manager.findBy(Runs, { title });
    expect(runs).toMatchObject([{ act: 'analyse', order: { source: { sha256, name: 'film.mp4' } } }]);
    const file = await fetch(`${server.url}/uploads/${idIn(sent)}/file`, {
      headers: { authorization: `Bearer ${token}`, range: 'bytes=4-7' },
    });
    expect(file.status).toBe(206);
    expect(await file.text()).toBe('ftyp');
    const removed = await producer.delete(`/uploads/${idIn(sent)}`);
    expect(removed).toMatchObject({ status: 409, body: { type: '/problems/upload-used' } });
  });

  it.each([
    ['voice', 'stem', { channels: 1, sampleRate: 44100 }],
    ['script', 'script', { lines: 1, timed: true }],
    ['paper', 'evidence', { kind: 'PDF' }],
  ] as const)('find out what is in a %s', async (file, purpose, facts) => {
    const sent = await send(files[file], { purpose });
    expect(sent.problem).toBeNull();
    const { body } = await producer.get(`/uploads/${idIn(sent)}`);
    expect(body).toMatchObject({ state: 'ready', purpose, used: false, facts });
  });

  it('refuse a file that arrived damaged, and keep nothing of it', async () => {
    const sent = await send(files.film, { purpose: 'source', sha256: '0'.repeat(64) });
    expect(sent.problem?.status).toBe(422);
    expect(JSON.parse(sent.problem!.body)).toMatchObject({ type: '/problems/upload-checksum' });
    const { body } = await producer.get<{ state: string; problem: string }>(`/uploads/${idIn(sent)}`);
    expect(body.state).toBe('refused');
    expect(body.problem).toContain('film.mp4 arrived damaged');
    for await (const { key } of server.platform.storage.list('uploads/'))
      expect(key).not.toContain(idIn(sent));
    expect(await sourcesOf(idIn(sent))).toEqual([]);
  });

  it.each([
    ['noise', 'source', 'not-media', /^noise\.mov /],
    ['film', 'stem', 'no-audio', /^film\.mp4 /],
    ['paper', 'script', 'script-format', /paper\.pdf/],
    ['film', 'evidence', 'evidence-format', /^film\.mp4 /],
  ] as const)('refuse %s as a %s in the words of its reader', async (file, purpose, code, sentence) => {
    const sent = await send(files[file], { purpose });
    expect(JSON.parse(sent.problem?.body ?? '{}')).toMatchObject({ type: `/problems/${code}` });
    const { body } = await producer.get<{ problem: string }>(`/uploads/${idIn(sent)}`);
    expect(body.problem).toMatch(sentence);
    expect(body.problem).not.toContain(idIn(sent));
  });

  it('arrive several at once', async () => {
    const sent = await Promise.all([1, 2, 3, 4].map(() => send(files.voice, { purpose: 'stem' })));
    for (const one of sent) {
      expect(one.problem).toBeNull();
      expect((await producer.get(`/uploads/${idIn(one)}`)).body).toMatchObject({ state: 'ready' });
    }
  });

  it('are refused before a byte is sent when there is no room', async () => {
    const { manager } = server.platform.database;
    await manager.update(Organisations, { id: organisation }, { quota: 1000 });
    const sent = await send(files.film, { purpose: 'source' });
    await manager.update(Organisations, { id: organisation }, { quota: null });
    expect(sent).toMatchObject({ url: null, problem: { status: 413 } });
    expect(JSON.parse(sent.problem!.body)).toMatchObject({ type: '/problems/quota-exceeded' });
  });

  it('are refused when they are empty or not described', async () => {
    const empty = join(folder, 'empty.mov');
    await writeFile(empty, '');
    const begin = (length: string, metadata: string) =>
      producer.ask('POST', '/uploads', undefined, {
        'tus-resumable': '1.0.0',
        'upload-length': length,
        'upload-metadata': metadata,
      });
    const coded = (values: Record<string, string>): string =>
      Object.entries(values)
        .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
        .join(',');
    const described = coded({ title, purpose: 'source', filename: 'a.mov' });
    expect(await begin('0', described)).toMatchObject({ status: 422, body: { type: '/problems/empty' } });
    expect(await begin('x', described)).toMatchObject({ status: 400 });
    expect(await begin('10', '')).toMatchObject({ status: 400, body: { errors: [{}, {}, {}] } });
    expect(await begin('10', 'title !!!')).toMatchObject({ status: 400 });
    const most = await begin('999999999999999', described);
    expect(most.status).toBe(kind === 'S3' ? 422 : 507);
    const other = coded({ title: newId(), purpose: 'source', filename: 'a.mov' });
    expect(await begin('10', other)).toMatchObject({ status: 404 });
    const path = coded({ title, purpose: 'source', filename: '../../a.mov' });
    expect(await begin('10', path)).toMatchObject({ status: 400 });
  });

  it('stop when somebody removes them', async () => {
    const begun = await producer.ask('POST', '/uploads', undefined, {
      'tus-resumable': '1.0.0',
      'upload-length': '10',
      'upload-metadata': ['title', title, 'purpose', 'source', 'filename', 'a.mov']
        .map((word, index) => (index % 2 ? `${Buffer.from(word).toString('base64')},` : `${word} `))
        .join('')
        .slice(0, -1),
    });
    expect(begun.status).toBe(201);
    const path = begun.headers.get('location')!;
    const ask = (): Promise<Response> =>
      fetch(server.url + path, {
        method: 'HEAD',
        headers: { authorization: `Bearer ${token}`, 'tus-resumable': '1.0.0' },
      });
    const head = await ask();
    expect(head.headers.get('upload-offset')).toBe('0');
    expect(head.headers.get('upload-length')).toBe('10');
    expect((await producer.delete(path)).status).toBe(204);
    expect((await ask()).status).toBe(410);
    expect((await producer.get(path)).body).toMatchObject({ state: 'removed' });
  });

  it('are not seen by other organisations, nor sent by reviewers', async () => {
    const other = await addOrganisation(server.platform, 'producer', 'reviewer');
    const stranger = as(server, await tokenOf(server, other.producer));
    const sent = await send(files.paper, { purpose: 'evidence' });
    expect((await stranger.get(`/uploads/${idIn(sent)}`)).status).toBe(404);
    expect((await stranger.ask('PATCH', `/uploads/${idIn(sent)}`)).status).toBe(404);
    expect((await stranger.get<{ items: object[] }>('/uploads')).body.items).toEqual([]);
    const reviewer = as(server, await tokenOf(server, other.reviewer));
    expect((await reviewer.ask('POST', '/uploads')).status).toBe(403);
  });

  it('are listed, the newest first', async () => {
    const { body } = await producer.get<{ items: { id: string }[] }>(`/uploads?title=${title}&limit=3`);
    const ids = body.items.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort().reverse());
    expect(ids).toHaveLength(3);
  });
});
