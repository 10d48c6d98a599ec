import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LineMouth } from '../../apps/backend/src/pipeline/lines/lineMouth.ts';
import { reportSchema } from '../../apps/backend/src/pipeline/report/reportSchema.ts';
import { as, type Client, type Json } from './client.ts';
import { mondwerk, startMondwerk, type Running } from './mondwerk.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from './server.ts';
import { makeTalkingAtOnce, type TalkingAtOnce } from './talkingAtOnce.ts';
import { sendFile } from './uploads/tusClient.ts';

interface Row {
  readonly id: string;
  readonly version: number;
  readonly [name: string]: unknown;
}

let folder: string;
let made: TalkingAtOnce;
let server: TestServer;
let worker: Running;
let token: string;
let producer: Client;
let [title, dub, plan]: string[] = [];
let performers: Row[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-stems-'));
  made = await makeTalkingAtOnce(join(folder, 'made'));
  server = await startServer();
  const studio = await addOrganisation(server.platform, 'producer');
  token = await tokenOf(server, studio.producer);
  producer = as(server, token);
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

async function upload(path: string, purpose: string): Promise<string> {
  const filename = path.split('/').slice(-2).join('-');
  const { url, problem } = await sendFile(server.url, path, {
    token,
    metadata: { title, purpose, filename },
  });
  expect(problem).toBeNull();
  return url!.split('/').at(-1)!;
}

async function make(path: string, body: object): Promise<Row> {
  const made = await producer.post<Row>(path, body);
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body;
}

async function list(path: string): Promise<Row[]> {
  const { status, body } = await producer.get<{ items: Row[] }>(path);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.items;
}

/** Asks until something has ended. */
async function ended(path: string, states: readonly string[]): Promise<Json> {
  for (;;) {
    const { body } = await producer.get(path);
    if (states.includes(String(body.state))) return body;
    await sleep(300);
  }
}

describe('a dub of two files', { timeout: 600_000 }, () => {
  it('begins with a film of two people, and a script that names them', async () => {
    title = (await make('/titles', { name: 'At Once', language: 'en' })).id;
    await upload(made.film, 'source');
    const [source] = await list(`/titles/${title}/sources`);
    expect(await ended(`/sources/${source.id}`, ['ready', 'failed'])).toMatchObject({ state: 'ready' });
    performers = await list(`/titles/${title}/performers`);
    expect(performers).toHaveLength(2);
    dub = (await make(`/titles/${title}/dubs`, { language: 'es' })).id;
    await make(`/dubs/${dub}/scripts`, { upload: await upload(made.script, 'script') });
    const characters = await list(`/titles/${title}/characters`);
    expect(characters.map(({ name }) => name).sort()).toEqual(['ANTON', 'MIRA']);
    for (const [at, { name }] of made.talkers.entries()) {
      const { id, version } = characters.find((each) => each.name === name)!;
      const given = await producer.patch(`/characters/${id}`, version, { performer: performers[at].id });
      expect(given.status, JSON.stringify(given.body)).toBe(200);
    }
  });

  it('takes a file for each of them, and lets two that were taken for each other change places', async () => {
    const characters = await list(`/titles/${title}/characters`);
    const idOf = (name: string): string => characters.find((each) => each.name === name)!.id;
    const [mira, anton] = made.talkers;
    const swapped = [
      { voice: mira.voice, name: anton.name },
      { voice: anton.voice, name: mira.name },
    ];
    for (const { voice, name } of swapped) {
      await make(`/dubs/${dub}/stems`, { upload: await upload(voice, 'stem'), character: idOf(name) });
    }
    const [first] = await list(`/dubs/${dub}/stems`);
    const given = await producer.patch(`/stems/${first.id}`, first.version, { character: idOf(mira.name) });
    expect(given.status, JSON.stringify(given.body)).toBe(200);
    const now = await list(`/dubs/${dub}/stems`);
    expect(now.map(({ name, character }) => [name, character])).toEqual([
      ['mira-es-es.wav', idOf(mira.name)],
      ['anton-es-es.wav', idOf(anton.name)],
    ]);
  });

  it('is planned with both mouths following their own voice at the same time', async () => {
    const { id, run } = await make(`/dubs/${dub}/plans`, {});
    plan = id;
    const state = await ended(`/runs/${String(run)}`, ['done', 'failed', 'failed-in-part', 'cancelled']);
    expect(state).toMatchObject({ state: 'done' });
    const lines = await list(`/plans/${plan}/lines`);
    expect(lines.map(({ index, fits, problem, leftOut }) => [index, fits, problem, leftOut])).toEqual(
      [0, 1, 2, 3].map((index) => [index, true, null, null]),
    );
    const said = lines.map(({ spoken }) =>
      (spoken as { performer: string }[]).map(({ performer }) => performer),
    );
    expect(said).toEqual([0, 1, 0, 1].map((who) => [performers[who].id]));
    expect(Number(lines[0].end) - Number(lines[1].start)).toBeGreaterThan(1);
    expect(lines.every(({ lateBy }) => Math.abs(Number(lateBy)) < 0.1)).toBe(true);
  });

  it('tells of each line only its own sounds and its own mouth', async () => {
    const mouths: LineMouth[] = [];
    for (const index of [0, 1, 2, 3]) {
      mouths.push((await producer.get<LineMouth>(`/plans/${plan}/lines/${index}/mouth`)).body);
    }
    for (const { index, phones, mouths: shown } of mouths) {
      expect(shown.map(({ performer }) => performer)).toEqual([performers[index % 2].id]);
      phones
        .slice(1)
        .forEach((phone, at) => expect(phone.start).toBeGreaterThanOrEqual(phones[at].end - 1e-6));
      const sounds = made.talkers[index % 2].phones.filter(({ ipa }) => ipa === phones[0].ipa);
      const off = Math.min(...sounds.map(({ start }) => Math.abs(start - phones[0].start)));
      expect(off).toBeLessThan(0.08);
    }
  });
});

describe('two files on the command line', { timeout: 600_000 }, () => {
  const dubWith = (...voices: readonly string[]): Promise<{ code: number | null; stderr: string }> =>
    mondwerk(
      [
        ...['dub', '--film', made.film, '--script', made.script, '--language', 'es', '--draft'],
        ...voices.flatMap((voice) => ['--voice', voice]),
        ...['--out', 'out.mp4', '--report', 'out.json'],
      ],
      folder,
    );

  it('are heard each by itself with the lines of its character', async () => {
    const [mira, anton] = made.talkers;
    const { code, stderr } = await dubWith(`mira=${mira.voice}`, `${anton.name}=${anton.voice}`);
    expect(code, stderr).toBe(0);
    expect(stderr).not.toContain('not fit the voice');
    const report = reportSchema.parse(JSON.parse(await readFile(join(folder, 'out.json'), 'utf8')));
    expect(report.voice).toMatchObject({
      ...{ file: 'es.wav + es.wav', conformed: null },
      files: [{ character: 'mira' }, { character: 'ANTON' }],
    });
    expect(report.voices?.map(({ lines }) => lines)).toEqual([
      [0, 2],
      [1, 3],
    ]);
    expect(report.lines.map(({ fits, problem }) => [fits, problem])).toEqual(
      report.lines.map(() => [true, null]),
    );
    expect(report.lines[0].span.end - report.lines[1].span.start).toBeGreaterThan(1);
    // The script's names are nobody's yet, but one mouth cannot say both.
    expect(new Set(report.lines.slice(0, 2).map(({ performer }) => performer)).size).toBe(2);
    expect(report.lines.every(({ frames }) => frames.rendered > 20)).toBe(true);
  });

  it('are refused where the script does not name somebody', async () => {
    const [mira] = made.talkers;
    const { code, stderr } = await dubWith(mira.voice, `Carla=${mira.voice}`);
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/has no lines of Carla.*it names MIRA, ANTON\./),
    ]);
  });
});
