import { copyFile, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { probe } from '@mondwerk/media';
import { handlers } from '../../../apps/backend/src/pipeline/allHandlers.ts';
import { fingerprintFile } from '../../../apps/backend/src/pipeline/fingerprint.ts';
import { listeners } from '../../../apps/backend/src/recorders.ts';
import { addSource } from '../../../apps/backend/src/titles/addSource.ts';
import { Uploads, type Purpose } from '../../../apps/backend/src/uploads/tables.ts';
import { runWorker } from '../../../apps/backend/src/worker.ts';
import { as, type Client, type Json } from '../client.ts';
import { recordRights } from '../lighthouse.ts';
import { until } from '../queue/until.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';
import { makeTwoShotFilm, type TwoShotFilm } from '../twoShotFilm.ts';

let folder: string;
let server: TestServer;
let organisation: string;
let token: string;
let producer: Client;
let made: TwoShotFilm;
const stop = new AbortController();
let working: Promise<void>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-drafts-'));
  made = await makeTwoShotFilm(folder);
  server = await startServer();
  const people = await addOrganisation(server.platform, 'producer');
  organisation = people.organisation;
  token = await tokenOf(server, people.producer);
  producer = as(server, token);
  const card = { capabilities: ['cpu'], concurrency: 1, version: 'test' } as const;
  working = runWorker(server.platform, card, { handlers, listeners }, stop.signal);
});

afterAll(async () => {
  stop.abort();
  await working;
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** Puts a file into storage, as an upload would. */
async function bring(path: string): Promise<{ key: string; sha256: string; bytes: number; name: string }> {
  const { storage } = server.platform;
  const key = `uploads/${newId()}${extname(path)}`;
  const draft = await storage.draftFile(key);
  await copyFile(path, draft);
  await storage.keep(draft, key);
  const { size } = await stat(path);
  return { key, sha256: await fingerprintFile(path), bytes: size, name: basename(path) };
}

async function upload(title: string, purpose: Purpose, path: string, facts = {}): Promise<string> {
  const id = newId();
  const { bytes, ...file } = await bring(path);
  const received = { bytes, received: bytes, checked: bytes, touchedAt: new Date() };
  await server.platform.database.manager.insert(Uploads, {
    ...{ id, organisation, title, purpose, facts, state: 'ready' },
    ...{ ...file, ...received },
  });
  return id;
}

/** Reads something again and again until it is in a state. */
async function inState(path: string, state: string): Promise<Json> {
  let body: Json = {};
  await until(async () => {
    ({ body } = await producer.get(path));
    if (body.state === 'failed') throw new Error(JSON.stringify(body));
    return body.state === state;
  });
  return body;
}

const id = async (asked: Promise<{ body: Json }>): Promise<string> => String((await asked).body.id);

it('a line is seen with other settings as soon as a worker has drafted it, whatever its film is', async () => {
  const { platform } = server;
  const title = await id(producer.post('/titles', { name: 'Two shots', language: 'en' }));
  const file = await bring(made.film);
  const source = await platform.database.transaction((tx) =>
    addSource(tx, platform.runner, { ...file, organisation, title, askedBy: null }),
  );
  await inState(`/sources/${source.id}`, 'ready');
  const dub = await id(producer.post(`/titles/${title}/dubs`, { language: 'es' }));
  const seconds = made.frames[1] / 25;
  const voice = await upload(title, 'stem', made.voice, { seconds, channels: 1, sampleRate: 48_000 });
  await producer.post(`/dubs/${dub}/stems`, { upload: voice, kind: 'mix' });
  const script = await upload(title, 'script', made.script);
  await producer.post(`/dubs/${dub}/scripts`, { upload: script });
  const plan = await id(producer.post(`/dubs/${dub}/plans`));
  await inState(`/plans/${plan}`, 'ready');
  const { body: performers } = await producer.get<{ items: { id: string }[] }>(`/titles/${title}/performers`);
  for (const performer of performers.items) await recordRights(producer, performer.id);

  const asked = await producer.post(`/dubs/${dub}/drafts`, {
    line: 1,
    settings: { offset: 0.05, strength: 1.2 },
  });
  expect(asked).toMatchObject({ status: 202, body: { plan, line: 1, state: 'making' } });
  const began = performance.now();
  const draft = await inState(`/drafts/${String(asked.body.id)}`, 'ready');
  console.log(`A draft was ready after ${((performance.now() - began) / 1000).toFixed(1)} s.`);
  const frames = draft.frames as { start: number; end: number };
  expect(frames.start).toBeGreaterThanOrEqual(made.frames[0]);
  const answer = await fetch(`${server.url}/drafts/${String(draft.id)}/preview`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const preview = join(folder, 'preview.mp4');
  await writeFile(preview, Buffer.from(await answer.arrayBuffer()));
  expect((await probe(preview)).pts).toHaveLength(frames.end - frames.start);
}, 300_000);
