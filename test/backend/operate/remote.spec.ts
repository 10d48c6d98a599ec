import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from '@mondwerk/media';
import { mondwerk, type Ended } from '../mondwerk.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';

let server: TestServer;
let token: string;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-remote-'));
  server = await startServer();
  const studio = await addOrganisation(server.platform, 'producer');
  token = await tokenOf(server, studio.producer);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const ask = (...args: readonly string[]): Promise<Ended> =>
  mondwerk(['--server', server.url, '--token', token, ...args], folder);

const idFrom = ({ code, stdout, stderr }: Ended): string => {
  expect([code, stderr]).toEqual([0, '']);
  return stdout.trim();
};

describe('the command line with a server', () => {
  it('creates titles and lists them', async () => {
    const id = idFrom(await ask('title', 'create', 'Das Cabinet', '--language', 'de'));
    expect((await ask('title', 'list')).stdout).toContain(`${id}  Das Cabinet`);
    const listed = JSON.parse((await ask('--json', 'title', 'list')).stdout) as { id: string }[];
    expect(listed).toContainEqual(expect.objectContaining({ id, language: 'de' }));
  });

  it('uploads a film and a dub’s voice and script, and tells how they are', async () => {
    const title = idFrom(await ask('title', 'create', 'Nosferatu'));
    await makeFilm(join(folder, 'film.mp4'));
    await writeFile(join(folder, 'film.es.srt'), '1\n00:00:00,100 --> 00:00:00,900\nHola.\n');
    const upload = idFrom(await ask('upload', 'film.mp4', '--title', title));
    const [{ sha256 }]: { sha256: string }[] = await server.platform.database.query(
      'SELECT sha256 FROM uploads WHERE id = $1',
      [upload],
    );
    const film = await readFile(join(folder, 'film.mp4'));
    expect(sha256).toBe(createHash('sha256').update(film).digest('hex'));
    expect((await ask('title', 'show', title)).stdout).toContain('source film.mp4');
    const dub = idFrom(
      await ask('dub', 'create', '--title', title, '--language', 'es', '--script', 'film.es.srt'),
    );
    expect((await ask('dub', 'status', dub)).stdout).toContain('0 shots planned');
  });

  it('uploads a voice of several files, each with its character', async () => {
    const title = idFrom(await ask('title', 'create', 'Faust'));
    await makeFilm(join(folder, 'faust.mp4'));
    await ask('upload', 'faust.mp4', '--title', title);
    await writeFile(join(folder, 'faust.srt'), '1\n00:00:00,100 --> 00:00:00,900\nGRETCHEN: Hola.\n');
    await runProgram('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', 'sine=d=1', join(folder, 'g=1.wav')]);
    const create = (language: string, ...voices: readonly string[]) =>
      ask(
        ...['dub', 'create', '--title', title, '--language', language, '--script', 'faust.srt'],
        ...voices.flatMap((voice) => ['--voice', voice]),
      );
    const dub = idFrom(await create('es', './g=1.wav', 'Gretchen=g=1.wav'));
    const stems: object[] = await server.platform.database.query(
      `SELECT stems.kind, characters.name AS character FROM stems
       LEFT JOIN characters ON characters.id = stems.character WHERE dub = $1 ORDER BY stems.id`,
      [dub],
    );
    expect(stems).toEqual([
      { kind: 'dialogue', character: null },
      { kind: 'dialogue', character: 'GRETCHEN' },
    ]);
    const refused = await create('fr', 'Mephisto=./g=1.wav');
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(/no character called Mephisto in this title: it knows GRETCHEN/);
  });

  it('says in the server’s words what it refuses', async () => {
    const { code, stderr } = await ask('dub', 'plan', '01a00000-0000-7000-8000-000000000001');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^mondwerk: There is no 01a00000/);
    const stranger = await mondwerk(['--server', server.url, '--token', 'mw_no', 'title', 'list'], folder);
    expect([stranger.code, stranger.stderr]).toEqual([
      2,
      expect.stringContaining('This API token is not known'),
    ]);
  });

  it('says what is wrong when nobody answers', async () => {
    const { code, stderr } = await mondwerk(['--server', 'http://127.0.0.1:1', 'title', 'list'], folder);
    expect([code, stderr]).toEqual([2, expect.stringContaining('http://127.0.0.1:1 does not answer')]);
  });

  it.each([
    [['upload', 'nothing.mov', '--title', 'x'], 'There is no file'],
    [['upload', 'nothing.mov'], '--title'],
    [['take', 'burn', 'x'], 'unknown command'],
    [['deliver', 'x', '--profile', 'betamax'], 'betamax'],
  ])('names a mistake: %j', async (args, words) => {
    const { code, stderr } = await ask(...args);
    expect(code).toBe(2);
    expect(stderr.toLowerCase()).toContain(words.toLowerCase());
  });

  it('prints help for what a server does', async () => {
    const { code, stdout } = await ask('--help');
    expect([code, stdout]).toEqual([0, expect.stringContaining('title create')]);
  });
});

async function makeFilm(path: string): Promise<void> {
  const args = [
    '-v',
    'error',
    '-f',
    'lavfi',
    '-i',
    'testsrc2=s=160x120:r=25:d=1',
    '-pix_fmt',
    'yuv420p',
    path,
  ];
  const [code] = await once(spawn('ffmpeg', args, { stdio: 'ignore' }), 'close');
  expect(code).toBe(0);
}
