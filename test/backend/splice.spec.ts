import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probe, runProgram, sumPictures } from '@mondwerk/media';
import { reportSchema } from '../../apps/backend/src/pipeline/report/reportSchema.ts';
import { pictureSums } from '../media/splice/spliced.ts';
import { makeDub } from '../performer/index.ts';
import { mondwerk } from './mondwerk.ts';
import { makeTwoShotFilm } from './twoShotFilm.ts';

let folder: string;
let cut: number;

const order = (film: string, out: string, ...more: readonly string[]): string[] => [
  ...[
    'dub',
    '--film',
    film,
    '--voice',
    'dub/es.wav',
    '--script',
    'dub/es.srt',
    '--language',
    'es',
    '--draft',
  ],
  ...['--splice', '--out', out, ...more],
];

const ffmpeg = (...args: readonly string[]): Promise<unknown> =>
  runProgram('ffmpeg', ['-v', 'error', '-y', ...args]);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-splice-'));
  const { film, frames } = await makeTwoShotFilm(join(folder, 'shot'));
  cut = frames[0];
  const encoder = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '14', '-g', '10'];
  await ffmpeg('-i', film, '-c:a', 'copy', ...encoder, join(folder, 'film.mp4'));
  await ffmpeg('-i', film, '-an', '-c:v', 'ffv1', join(folder, 'other.mkv'));
  const dubbed = { starts: [0.6], seconds: frames[1] / 25, lines: ['Tal vez mi hermano.'] };
  await makeDub(join(folder, 'dub'), { language: 'es', ...dubbed });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('dubbing one of two shots with --splice', () => {
  it('copies the other shot bit for bit, and says so', async () => {
    const { code, stderr } = await mondwerk(
      order('film.mp4', 'out.mp4', '--report', 'out.json', '--work', 'work'),
      folder,
    );
    expect(stderr).toMatch(/\d+ of \d+ frames \(\d+%\) are copied from the film as they are/);
    expect(code).toBe(0);
    const [film, out] = [await probe(join(folder, 'film.mp4')), await probe(join(folder, 'out.mp4'))];
    expect(out.clock.times).toEqual(film.clock.times);
    const report = reportSchema.parse(JSON.parse(await readFile(join(folder, 'out.json'), 'utf8')));
    expect(report.settings.splice).toBe(true);
    expect(report.lines[0].frames.rendered).toBeGreaterThan(20);
    const copied = report.copied!.map(({ frames }) => frames);
    expect(copied.at(-1)).toEqual({ start: expect.any(Number), end: film.pts.length });
    expect(copied.at(-1)!.start).toBeLessThanOrEqual(cut + 10);
    const told = report.copied!.map(({ frames: span, ...sum }) => ({ span, ...sum }));
    expect(await sumPictures(out, copied)).toEqual(told);
    expect(await sumPictures(film, copied)).toEqual(told);
    const [before, after] = [await pictureSums(film.path), await pictureSums(out.path)];
    expect(after).toHaveLength(before.length);
    for (const { start, end } of copied) expect(after.slice(start, end)).toEqual(before.slice(start, end));
    const spans = [...report.proof.map(({ frames }) => frames), ...copied].sort((a, b) => a.start - b.start);
    expect(spans.map(({ start }) => start)).toEqual([0, ...spans.slice(0, -1).map(({ end }) => end)]);
  });

  it('can be verified, and a copy that was coded again is found out', async () => {
    const verified = await mondwerk(['verify', 'film.mp4', 'out.mp4', 'out.json', '--json'], folder);
    expect(verified.stdout).toContain('"verified": true');
    expect(verified.code).toBe(0);
    await ffmpeg('-i', join(folder, 'out.mp4'), '-c:a', 'copy', join(folder, 'again.mp4'));
    const again = await mondwerk(['verify', 'film.mp4', 'again.mp4', 'out.json', '--json'], folder);
    expect(again.code).toBe(1);
    expect(again.stdout).toContain('changed-copy');
    expect(again.stdout).toMatch(/OUT does not hold the coded pictures that the report says were copied/);
  });

  it('refuses what can never be copied, with the way out', async () => {
    const other = await mondwerk(order('other.mkv', 'other-out.mkv'), folder);
    expect(other.code).toBe(2);
    expect(other.stderr).toMatch(/copies from films in H\.264, H\.265 or ProRes, and other\.mkv is in ffv1/);
    const lossless = await mondwerk(order('film.mp4', 'lossless.mkv', '--lossless'), folder);
    expect(lossless.code).toBe(2);
    expect(lossless.stderr).toMatch(/leave out one of the two/);
  });
});
