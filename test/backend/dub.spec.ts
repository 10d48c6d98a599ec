import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probe } from '@mondwerk/media';
import { reportSchema, type Report } from '../../apps/backend/src/pipeline/report/reportSchema.ts';
import { lines, makeDub, makePerformerFilm } from '../performer/index.ts';
import { mondwerk, startMondwerk } from './mondwerk.ts';

let folder: string;

const order = (...more: readonly string[]): string[] => [
  ...['dub', '--film', 'film.mp4', '--voice', 'es.wav', '--script', 'es.srt', '--language', 'es', '--draft'],
  ...more,
];

const readReport = async (name: string): Promise<Report> =>
  reportSchema.parse(JSON.parse(await readFile(join(folder, name), 'utf8')));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-dub-'));
  const film = await makePerformerFilm(folder, {
    performer: 'mira',
    lines: lines.en.slice(0, 1),
    width: 360,
    height: 360,
  });
  const starts = film.speech.lines.map(({ start }) => start);
  await makeDub(folder, { language: 'es', starts, seconds: film.seconds, lines: lines.es.slice(0, 1) });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('dubbing a film of nobody', () => {
  it('makes a film of the same frames with the dub as its first sound, and a report that proves the rest', async () => {
    const { code, stderr } = await mondwerk(
      order('--out', 'out.mp4', '--report', 'out.json', '--work', 'work', '--json-progress'),
      folder,
    );
    expect(stderr).not.toMatch(/at .*\.ts:\d+/);
    expect(code).toBe(0);
    const [film, out] = [await probe(join(folder, 'film.mp4')), await probe(join(folder, 'out.mp4'))];
    expect(out.clock.times.length).toBe(film.clock.times.length);
    expect(out.clock.times).toEqual(film.clock.times);
    expect(out.audio.map(({ language }) => language)).toEqual(['spa', 'eng']);
    const report = await readReport('out.json');
    expect(report.proof.every(({ equal }) => equal)).toBe(true);
    expect(report.lines.map(({ performer }) => performer)).toEqual([report.performers[0].id]);
    expect(report.lines[0].frames.rendered).toBeGreaterThan(40);
    expect(report.lips.filter(({ reached }) => reached).length).toBeGreaterThan(0.9 * report.lips.length);
    const [notice, ...ticks] = stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .sort((a, b) => Number('stage' in a) - Number('stage' in b));
    expect(notice.notice).toContain('declares to hold the consent');
    expect(report.rights).toMatchObject({ basis: null, declaration: expect.stringContaining('consent') });
    expect(ticks.every((tick) => typeof tick.stage === 'string' && tick.done >= 0)).toBe(true);
  });

  it('does nothing again when nothing has changed', async () => {
    const { code } = await mondwerk(
      order('--out', 'again.mp4', '--report', 'again.json', '--work', 'work'),
      folder,
    );
    expect(code).toBe(0);
    const redone = (await readReport('again.json')).stages.filter(({ reused }) => !reused);
    expect(redone.map(({ stage }) => stage)).toEqual(['probe', 'seal']);
  });

  it('holds just the stretch that was asked for', async () => {
    const stretch = ['--from', '00:00:01:00', '--to', '2'];
    const { code } = await mondwerk(order('--out', 'part.mp4', '--work', 'work', ...stretch), folder);
    expect(code).toBe(0);
    expect((await probe(join(folder, 'part.mp4'))).clock.times.length).toBe(25);
  });

  it('goes on where it was killed', async () => {
    const args = order('--out', 'late.mp4', '--report', 'late.json', '--work', 'late', '--json-progress');
    const running = startMondwerk(args, folder);
    await running.says(/"stage":"renderMouths","done":[1-9]/);
    running.child.kill('SIGKILL');
    await running.ended;
    expect(existsSync(join(folder, 'late.mp4'))).toBe(false);
    expect((await mondwerk(args, folder)).code).toBe(0);
    const reused = (await readReport('late.json')).stages
      .filter((stage) => stage.reused)
      .map(({ stage }) => stage);
    expect(reused).toEqual(
      expect.arrayContaining(['cutShots', 'trackFaces', 'alignSpeech', 'buildAtlas', 'planLines']),
    );
  });

  it('stops cleanly when a person asks for it, and says how to go on', async () => {
    const running = startMondwerk(
      order('--out', 'stop.mp4', '--report', 'stop.json', '--work', 'stop', '--json-progress'),
      folder,
    );
    await running.says(/"stage":"trackFaces","done":[1-9]/);
    running.child.kill('SIGINT');
    const { code, stderr } = await running.ended;
    expect(code).toBe(130);
    expect(stderr).toMatch(/Stopped; nothing was written\. Run the same command with --work/);
    expect((await readdir(folder)).filter((name) => name.startsWith('stop.'))).toEqual([]);
    expect(existsSync(join(folder, 'stop/lock.json'))).toBe(false);
  });
});

describe('inspecting a film', () => {
  it('prints shots, faces and performers as JSON', async () => {
    const { code, stdout } = await mondwerk(['inspect', 'film.mp4', '--work', 'work'], folder);
    expect(code).toBe(0);
    const found = JSON.parse(stdout);
    expect(found.shots).toHaveLength(1);
    expect(found.shots[0].faces[0].heightPercent).toBeGreaterThan(20);
    expect(found.performers).toHaveLength(1);
    expect((await stat(join(folder, 'film.mp4'))).size).toBeGreaterThan(0);
  });
});
