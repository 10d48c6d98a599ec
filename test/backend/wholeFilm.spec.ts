import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probe } from '@mondwerk/media';
import type { LineMouth } from '../../apps/backend/src/pipeline/lines/lineMouth.ts';
import { as, type Client, type Json } from './client.ts';
import { startMondwerk, type Running } from './mondwerk.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from './server.ts';
import { makeTwoShotFilm, type TwoShotFilm } from './twoShotFilm.ts';
import { sendFile } from './uploads/tusClient.ts';

/** What a title goes through in a day, over HTTP, on a real database, with a real worker process. */
let folder: string;
let made: TwoShotFilm;
let server: TestServer;
let worker: Running;
let token: string;
let producer: Client;
let reviewer: Client;

interface Row {
  readonly id: string;
  readonly version: number;
  readonly [name: string]: unknown;
}

let [title, dub, plan]: string[] = [];
let performers: Row[] = [];
let takes: Row[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-film-'));
  made = await makeTwoShotFilm(join(folder, 'made'));
  server = await startServer();
  const studio = await addOrganisation(server.platform, 'producer', 'reviewer');
  token = await tokenOf(server, studio.producer);
  producer = as(server, token);
  reviewer = as(server, await tokenOf(server, studio.reviewer));
  const { DATABASE_URL, DATA_FOLDER } = server.platform.settings;
  worker = startMondwerk(['worker', '--concurrency', '1'], folder, { DATABASE_URL, DATA_FOLDER });
});

afterAll(async () => {
  worker.child.kill('SIGTERM');
  const { code, stderr } = await worker.ended;
  await server.close();
  await rm(folder, { recursive: true, force: true });
  expect(code, stderr).toBe(0);
});

async function upload(path: string, purpose: string, more: Record<string, string> = {}): Promise<string> {
  const { url, problem } = await sendFile(server.url, path, {
    token,
    metadata: { title, purpose, filename: path.split('/').at(-1)!, ...more },
  });
  expect(problem).toBeNull();
  return url!.split('/').at(-1)!;
}

/** Asks until something is so. */
async function until(path: string, isSo: (body: Json) => boolean): Promise<Json> {
  for (;;) {
    const { status, body } = await producer.get(path);
    expect(status, JSON.stringify(body)).toBe(200);
    if (isSo(body)) return body;
    await sleep(300);
  }
}

async function list(client: Client, path: string): Promise<Row[]> {
  const { status, body } = await client.get<{ items: Row[] }>(path);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.items;
}

/** Waits for a run to end, and tells what went wrong where something did. */
async function finished(run: string): Promise<void> {
  const ended = ['done', 'failed', 'failed-in-part', 'cancelled'];
  const { state } = await until(`/runs/${run}`, (body) => ended.includes(String(body.state)));
  const jobs = await list(producer, `/runs/${run}/jobs`);
  const failed = jobs.filter((job) => job.state !== 'done');
  expect({ state, failed }, JSON.stringify(failed)).toEqual({ state: 'done', failed: [] });
}

describe('a title’s day', { timeout: 600_000 }, () => {
  it('begins with a film, whose shots and performers are found', async () => {
    const created = await producer.post<Row>('/titles', { name: 'The Two', language: 'en' });
    expect(created.status).toBe(201);
    title = created.body.id;
    await upload(made.film, 'source');
    const [source] = await list(producer, `/titles/${title}/sources`);
    await until(`/sources/${source.id}`, ({ state }) => state === 'ready' || state === 'failed');
    const shots = await list(producer, `/sources/${source.id}/shots`);
    expect(shots.map(({ start, end }) => [start, end])).toEqual([
      [0, made.frames[0]],
      [made.frames[0], made.frames[1]],
    ]);
    performers = await list(producer, `/titles/${title}/performers`);
    expect(performers.length).toBeGreaterThan(0);
    const proxy = await fetch(`${server.url}/sources/${source.id}/proxy`, {
      headers: { authorization: `Bearer ${token}`, range: 'bytes=0-99' },
    });
    expect(proxy.status).toBe(206);
    const portrait = await producer.get(`/performers/${performers[0].id}/portrait`);
    expect(portrait.headers.get('content-type')).toBe('image/jpeg');
  });

  it('lets people put right who is who', async () => {
    // Two drawn faces of 256 pixels look alike to the network that tells real ones apart.
    const [first] = performers;
    const tracks = await list(producer, `/performers/${first.id}/tracks`);
    if (performers.length === 1) {
      expect(tracks).toHaveLength(2);
      const split = await producer.post(`/performers/${first.id}/split`, {
        tracks: [tracks[1].id],
        name: 'Anton',
      });
      expect(split.status, JSON.stringify(split.body)).toBeLessThan(300);
    }
    performers = await list(producer, `/titles/${title}/performers`);
    expect(performers).toHaveLength(2);
  });

  it('goes on with a dub that is planned before anyone pays', async () => {
    const created = await producer.post<Row>(`/titles/${title}/dubs`, { language: 'es' });
    expect(created.status, JSON.stringify(created.body)).toBe(201);
    dub = created.body.id;
    const stem = await producer.post(`/dubs/${dub}/stems`, {
      upload: await upload(made.voice, 'stem', { dub }),
    });
    expect(stem.status, JSON.stringify(stem.body)).toBe(201);
    const script = await producer.post(`/dubs/${dub}/scripts`, {
      upload: await upload(made.script, 'script', { dub }),
    });
    expect(script.status, JSON.stringify(script.body)).toBe(201);
    const asked = await producer.post<Row>(`/dubs/${dub}/plans`);
    expect(asked.status, JSON.stringify(asked.body)).toBeLessThan(300);
    plan = asked.body.id;
    await finished(String(asked.body.run));
    const { body } = await producer.get<Row>(`/plans/${plan}`);
    expect(body).toMatchObject({ state: 'ready', shots: 2 });
    expect(Number(body.frames)).toBeGreaterThan(10);
  });

  it('lets people hear the dub and look at every line of it first', async () => {
    const part = await fetch(`${server.url}/plans/${plan}/voice`, {
      headers: { authorization: `Bearer ${token}`, range: 'bytes=4-7' },
    });
    expect([part.status, part.headers.get('content-type')]).toEqual([206, 'audio/mp4']);
    expect(await part.text()).toBe('ftyp');
    const peaks = await producer.get(`/plans/${plan}/peaks`);
    expect(Number(peaks.headers.get('content-length'))).toBeGreaterThan(2 * 4 * (made.frames[1] - 1));
    const lines = await list(producer, `/plans/${plan}/lines`);
    expect(lines.map(({ index, leftOut }) => [index, leftOut])).toEqual([
      [0, null],
      [1, null],
    ]);
    for (const { index, frames, mismatch } of lines) {
      expect(Number(mismatch)).toBeGreaterThan(0);
      const { body } = await producer.get<LineMouth>(`/plans/${plan}/lines/${String(index)}/mouth`);
      const shown = body.mouths.flatMap(({ strength }) => strength).filter((share) => share > 0);
      expect(shown).toHaveLength(Number(frames));
      expect(body.phones.length).toBeGreaterThan(5);
    }
  });

  it('renders nobody without a recorded right, and names what is missing', async () => {
    const refused = await producer.post<Row>(`/plans/${plan}/renders`);
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(String(refused.body.detail)).toMatch(/rights basis|agreement|recorded/);
    for (const { id } of performers) {
      const basis = { kind: 'consent', languages: ['es'], validFrom: '2026-01-01', validTo: null };
      const signed = { signer: 'Nobody Real', signedOn: '2026-01-01' };
      const recorded = await producer.post(`/performers/${id}/rights`, { ...basis, ...signed });
      expect(recorded.status, JSON.stringify(recorded.body)).toBe(201);
    }
  });

  it('renders a take of every shot', async () => {
    const asked = await producer.post<{ run: Row }>(`/plans/${plan}/renders`);
    expect(asked.status, JSON.stringify(asked.body)).toBeLessThan(300);
    await finished(asked.body.run.id);
    takes = await list(reviewer, `/dubs/${dub}/takes`);
    expect(takes.map(({ number, state }) => [number, state])).toEqual([
      [1, 'to-review'],
      [1, 'to-review'],
    ]);
    expect(takes.every(({ untouchedEqual }) => untouchedEqual)).toBe(true);
  });

  it('sends one back with a note, and gets take 2', async () => {
    const [first] = takes;
    const { start } = first.frames as { start: number };
    const note = { take: first.id, start: start + 2, end: start + 6, text: 'Open wider.' };
    const noted = await reviewer.post(`/dubs/${dub}/notes`, note);
    expect(noted.status, JSON.stringify(noted.body)).toBe(201);
    const verdict = { verdict: 'sent-back', reason: 'Open wider.', settings: { opening: 1.2 }, render: true };
    const given = await reviewer.ask<Row>('POST', `/takes/${first.id}/verdicts`, verdict, {
      'if-match': `"${first.version}"`,
    });
    expect(given.status, JSON.stringify(given.body)).toBe(201);
    await finished(String(given.body.run));
    const now = await list(reviewer, `/dubs/${dub}/takes?state=to-review`);
    expect(now.map(({ number }) => number).sort()).toEqual([1, 2]);
  });

  it('delivers approved takes only', async () => {
    const early = await producer.post<Row>(`/dubs/${dub}/deliveries`, { profile: 'h264' });
    expect(early.status).toBeGreaterThanOrEqual(400);
    for (const take of await list(reviewer, `/dubs/${dub}/takes?state=to-review`)) {
      const approved = await reviewer.ask(
        'POST',
        `/takes/${take.id}/verdicts`,
        { verdict: 'approved' },
        {
          'if-match': `"${take.version}"`,
        },
      );
      expect(approved.status, JSON.stringify(approved.body)).toBe(201);
    }
    const asked = await producer.post<Row>(`/dubs/${dub}/deliveries`, { profile: 'h264' });
    expect(asked.status, JSON.stringify(asked.body)).toBe(202);
    const ready = await until(`/deliveries/${asked.body.id}`, ({ state }) => state !== 'making');
    expect(ready, JSON.stringify(ready)).toMatchObject({ state: 'ready', originalShots: [] });
    const files = ready.files as { name: string; sha256: string }[];
    for (const { name, sha256 } of files) {
      const answer = await fetch(`${server.url}/deliveries/${asked.body.id}/files/${name}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
      await writeFile(join(folder, name), bytes);
    }
    await promisify(execFile)('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: folder });
    const film = await probe(join(folder, files.find(({ name }) => name.endsWith('.mp4'))!.name));
    expect(film.clock.times).toHaveLength(made.frames[1]);
    expect(film.audio.map(({ language }) => language)).toEqual(['spa', 'eng']);
  });

  it('is told whole: what was done, by whom, and what it cost', async () => {
    const admin = as(server, token);
    const costs = await admin.get<Json>(`/titles/${title}/costs`);
    expect(costs.status).toBe(200);
    const summary = await producer.get<Json>(`/titles/${title}`);
    expect(summary.status).toBe(200);
  });
});
