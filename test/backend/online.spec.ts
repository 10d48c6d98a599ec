import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probe, runProgram } from '@mondwerk/media';
import { reportSchema, type Report } from '../../apps/backend/src/pipeline/report/reportSchema.ts';
import { makeDub, makePerformerFilm } from '../performer/index.ts';
import { differingFrames } from './frameSums.ts';
import { mondwerk } from './mondwerk.ts';

/** A drawn film in three sizes, kinds of pixels and codecs: one is the proxy, on which the dub of the others is planned. */
let folder: string;
let frames: number;
let draft: Report;
let online: Report;

const settings = {
  version: 1,
  all: { feather: 1.4 },
  lines: [{ line: 0, offset: 0.04, strength: 0.9 }],
  shots: [{ from: 0, to: 0.4, leave: true }],
};

const spoken = ['--voice', 'es.wav', '--script', 'es.srt', '--language', 'es', '--settings', 'settings.json'];

async function dub(out: string, ...args: readonly string[]): Promise<Report> {
  const report = `${out}.json`;
  const { code, stderr } = await mondwerk(
    ['dub', ...spoken, '--out', out, '--report', report, '--lossless', ...args],
    folder,
  );
  expect(stderr).not.toMatch(/at .*\.ts:\d+/);
  expect([code, stderr]).toEqual([0, expect.anything()]);
  return reportSchema.parse(JSON.parse(await readFile(join(folder, report), 'utf8')));
}

const redoneIn = ({ stages }: Report): string[] =>
  stages.filter(({ reused }) => !reused).map(({ stage }) => stage);

const boxOf = ({ shots }: Report) => shots[0].changed[0].box;

/** Frames in which the mouth was re-performed. */
const renderedIn = ({ lines }: Report): number => lines[0].frames.rendered;

const shareReached = ({ lips }: Report): number => lips.filter(({ reached }) => reached).length / lips.length;

async function convert(from: string, out: string, ...args: readonly string[]): Promise<void> {
  await runProgram('ffmpeg', ['-v', 'error', '-y', '-i', join(folder, from), ...args, join(folder, out)]);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-online-'));
  const lines = ['Maybe my brother.'];
  const made = await makePerformerFilm(folder, { performer: 'mira', lines, width: 1280, height: 720 });
  const starts = made.speech.lines.map(({ start }) => start);
  await makeDub(folder, { language: 'es', starts, seconds: made.seconds, lines: ['Tal vez mi hermano.'] });
  await writeFile(join(folder, 'settings.json'), JSON.stringify(settings));
  frames = made.frames;
  const ten = ['-pix_fmt', 'yuv422p10le', '-c:v', 'prores_ks', '-profile:v', '3', '-c:a', 'pcm_s16le'];
  await convert('film.mp4', 'original.mov', ...ten, '-timecode', '01:00:00:00');
  const narrow = ['-vf', 'scale=960:720,setsar=4/3', '-pix_fmt', 'yuv420p10le', '-c:v', 'ffv1'];
  await convert('film.mp4', 'narrow.mkv', ...narrow);
  const small = ['-vf', 'scale=640:360', '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '18'];
  await convert('film.mp4', 'proxy.mp4', ...small, '-c:a', 'copy');
  draft = await dub('draft.mkv', '--film', 'proxy.mp4', '--work', 'work');
  online = await dub('online.mkv', '--film', 'original.mov', '--proxy', 'proxy.mp4', '--work', 'work');
}, 600_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a dub that is planned on a proxy', { timeout: 600_000 }, () => {
  it('is rendered in the original, with all that people decided, and nothing is analysed again', async () => {
    expect(redoneIn(online)).toEqual(['probe', 'gatherSources', 'renderMouths', 'seal']);
    expect(online.film).toMatchObject({ file: 'original.mov', width: 1280, frames });
    expect(online.proxy).toMatchObject({ file: 'proxy.mp4', sha256: draft.film.sha256, width: 640 });
    const [out, original] = [
      await probe(join(folder, 'online.mkv')),
      await probe(join(folder, 'original.mov')),
    ];
    expect(out.clock.times.length).toBe(frames);
    expect(out).toMatchObject({ width: 1280, height: 720, format: original.format });
    const changed = await differingFrames(join(folder, 'original.mov'), join(folder, 'online.mkv'));
    expect(Math.min(...changed)).toBeGreaterThanOrEqual(10);
    expect(online.proof.every(({ equal }) => equal)).toBe(true);
  });

  it('has its mouths where one has them that is planned on the original, and they close as well', async () => {
    const direct = await dub('direct.mkv', '--film', 'original.mov', '--work', 'direct');
    expect(Math.abs(renderedIn(online) - renderedIn(direct))).toBeLessThanOrEqual(3);
    const [ours, theirs] = [boxOf(online), boxOf(direct)];
    for (const side of ['left', 'top', 'right', 'bottom'] as const)
      expect(Math.abs(ours[side] - theirs[side])).toBeLessThanOrEqual(12);
    expect(shareReached(online)).toBeGreaterThanOrEqual(shareReached(direct) - 0.1);
  });

  it('fits an original whose pixels are not square', async () => {
    const report = await dub('wide.mkv', '--film', 'narrow.mkv', '--proxy', 'proxy.mp4', '--work', 'work');
    const [ours, square] = [boxOf(report), boxOf(online)];
    expect(Math.abs(ours.left / 0.75 - square.left)).toBeLessThanOrEqual(14);
    expect(Math.abs(ours.right / 0.75 - square.right)).toBeLessThanOrEqual(14);
    expect(Math.abs(ours.bottom - square.bottom)).toBeLessThanOrEqual(6);
    expect(shareReached(report)).toBeGreaterThanOrEqual(shareReached(online) - 0.1);
  });

  it('judges by the original whether a face is large enough', async () => {
    await convert('film.mp4', 'tiny.mp4', '-vf', 'scale=224:126', '-crf', '14', '-c:a', 'copy');
    const tiny = await dub('tiny.mkv', '--film', 'tiny.mp4', '--work', 'tiny');
    expect(tiny.shots[0].passed.map(({ reason }) => reason)).toContain(
      'the face has fewer than 32 pixels between the eyes',
    );
    expect(renderedIn(tiny)).toBe(0);
    const large = await dub('large.mkv', '--film', 'proxy.mp4', '--proxy', 'tiny.mp4', '--work', 'tiny');
    expect(renderedIn(large)).toBeGreaterThan(20);
    expect(redoneIn(large)).not.toContain('trackFaces');
  });
});
