import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from '@mondwerk/media';
import { as, type Client } from '../client.ts';
import { mondwerk, type Ended } from '../mondwerk.ts';
import { addOrganisation, startServer, tokenOf, type TestServer } from '../server.ts';
import { doJobs } from '../toldStages.ts';
import { letBoth, makeReplacedFilm, matched, type ReplacedFilm } from './replacedFilm.ts';

let server: TestServer;
let token: string;
let producer: Client;
let film: ReplacedFilm;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-replacements-'));
  server = await startServer();
  const people = await addOrganisation(server.platform, 'producer');
  token = await tokenOf(server, people.producer);
  producer = as(server, token);
  film = await makeReplacedFilm(server.platform, producer, people.organisation);
  const drawn = ['-f', 'lavfi', '-i', 'testsrc2=s=160x120:r=25:d=0.4', '-pix_fmt', 'yuv420p'];
  await runProgram('ffmpeg', ['-v', 'error', ...drawn, join(folder, 'carla.mp4')]);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const ask = (...args: readonly string[]): Promise<Ended> =>
  mondwerk(['--server', server.url, '--token', token, 'replacement', ...args], folder);

const said = async (...args: readonly string[]): Promise<string> => {
  const { code, stdout, stderr } = await ask(...args);
  expect([code, stderr]).toEqual([0, '']);
  return stdout.trim();
};

describe('the command line with a server', () => {
  it('makes a replacement with its footage, plans and renders it, and removes it', async () => {
    const { title, ana, carla } = film;
    const wish = ['--title', title, '--replaced', ana];
    const id = await said(
      ...['create', ...wish, '--shown', 'Carla Ruiz', '--donor-footage', 'carla.mp4', '--shots', '0', '2'],
    );
    const line = `${id}  Carla Ruiz instead of Ana López, shots 0, 2, from carla.mp4`;
    expect(await said('list', title)).toBe(line);
    expect((await producer.get(`/replacements/${id}`)).body).toMatchObject({ shown: { id: carla } });
    await said('footage', id, 'carla.mp4', '--person', 'person-2');
    expect((await producer.get(`/replacements/${id}`)).body).toMatchObject({
      donors: [{ name: 'carla.mp4', person: 'person-2' }],
    });
    await said('plan', id);
    await doJobs(server.platform, matched());
    expect(await said('status', id)).toContain('2 shots planned');
    const refused = await ask('render', id);
    expect([refused.code, refused.stderr]).toEqual([
      2,
      expect.stringContaining('Carla Ruiz has no recorded'),
    ]);
    await letBoth(producer, film);
    expect(await said('render', id)).toContain('2 shots, 168 frames');
    await said('remove', id);
    expect(await said('list', title)).toBe('');
  });

  it('names whoever the film does not show, and says what it cannot do', async () => {
    const { title, ana } = film;
    const wish = ['--title', title, '--replaced', ana];
    const id = await said('create', ...wish, '--shown', 'Dora Klein');
    expect((await producer.get(`/replacements/${id}`)).body).toMatchObject({ shown: { name: 'Dora Klein' } });
    const planned = await ask('plan', id);
    expect([planned.code, planned.stderr]).toEqual([2, expect.stringContaining('no footage of them')]);
    const shots = await ask('create', ...wish, '--shown', 'Dora Klein', '--shots', 'first');
    expect([shots.code, shots.stderr]).toEqual([
      2,
      expect.stringContaining('“first” is no number of a shot'),
    ]);
  });
});
