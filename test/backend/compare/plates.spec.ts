import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probe, readFrames } from '@mondwerk/media';
import { reportSchema, type Report } from '../../../apps/backend/src/pipeline/report/reportSchema.ts';
import { lines, makeDub, makePerformerFilm } from '../../performer/index.ts';
import { mondwerk } from '../mondwerk.ts';

let folder: string;
let report: Report;

const at = (name: string): string => join(folder, name);

const ffmpeg = (...args: readonly string[]): Buffer =>
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...args], { cwd: folder, maxBuffer: 1 << 28 });

/** Largest difference of two films' luma, frame by frame. */
async function lumaApart(a: string, b: string, frames: number): Promise<number> {
  let most = 0;
  const others = readFrames(await probe(at(b)), { start: 0, end: frames });
  for await (const { picture } of readFrames(await probe(at(a)), { start: 0, end: frames })) {
    const other = (await others.next()).value!.picture.planes[0].data;
    picture.planes[0].data.forEach((value, i) => (most = Math.max(most, Math.abs(value - other[i]))));
  }
  return most;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-plates-'));
  const film = await makePerformerFilm(folder, {
    ...{ performer: 'mira', lines: lines.en.slice(0, 1), width: 360, height: 360 },
  });
  const starts = film.speech.lines.map(({ start }) => start);
  await makeDub(folder, { language: 'es', starts, seconds: film.seconds, lines: lines.es.slice(0, 1) });
  ffmpeg('-i', 'film.mp4', '-c', 'copy', '-timecode', '01:00:00:00', 'film.mov');
  await mondwerk(
    [
      ...['dub', '--film', 'film.mov', '--voice', 'es.wav', '--script', 'es.srt', '--language', 'es'],
      ...['--lossless', '--to', '2', '--out', 'out.mkv', '--report', 'out.json'],
    ],
    folder,
  );
  report = reportSchema.parse(JSON.parse(await readFile(at('out.json'), 'utf8')));
  const { code, stderr } = await mondwerk(['plates', 'film.mov', 'out.mkv'], folder);
  expect([code, stderr]).toEqual([0, expect.stringContaining('plates of 1 shots')]);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the plate of a shot', () => {
  it('is as large as the film, with alpha and the timecode of its first frame', async () => {
    expect((await readdir(at('out.plates'))).sort()).toEqual(['plates.csv', 'shot-00000.mov']);
    const told = execFileSync(
      'ffprobe',
      [
        ...['-v', 'error', '-select_streams', 'v', '-show_entries', 'stream=width,height,pix_fmt,codec_name'],
        ...['-show_entries', 'stream_tags=timecode', '-of', 'json', at('out.plates/shot-00000.mov')],
      ],
      { encoding: 'utf8' },
    );
    const [stream] = (JSON.parse(told) as { streams: Record<string, unknown>[] }).streams;
    expect(stream).toMatchObject({ width: 360, height: 360, codec_name: 'prores' });
    expect(stream.pix_fmt).toMatch(/^yuva444p1/);
    const list = (await readFile(at('out.plates/plates.csv'), 'utf8')).split('\r\n');
    expect(list[1]).toMatch(/^0,shot-00000.mov,0,50,01:00:00:00,01:00:02:00,/);
    expect(stream.tags).toMatchObject({ timecode: '01:00:00:00' });
  });

  it('gives the dub when it is laid over the film, to the last place of ProRes', async () => {
    const { start, end } = report.settings.stretch;
    ffmpeg(
      ...['-i', 'film.mov', '-i', 'out.plates/shot-00000.mov', '-filter_complex'],
      `[0:v]trim=end_frame=${end - start},format=yuv444p[a];[1:v]format=yuva444p[b];[a][b]overlay=format=yuv444,format=yuv420p`,
      ...['-c:v', 'ffv1', 'laid.mkv'],
    );
    expect(await lumaApart('film.mov', 'out.mkv', end - start)).toBeGreaterThan(20);
    expect(await lumaApart('laid.mkv', 'out.mkv', end - start)).toBeLessThan(6);
  });

  it('is not made over a folder that is there', async () => {
    const { code, stderr } = await mondwerk(['plates', 'film.mov', 'out.mkv'], folder);
    expect([code, stderr]).toEqual([2, expect.stringContaining('is there already')]);
  });
});
