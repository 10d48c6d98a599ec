import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mondwerk } from './mondwerk.ts';

let folder: string;

const ffmpeg = (...args: readonly string[]): Promise<unknown> =>
  promisify(execFile)('ffmpeg', ['-v', 'error', '-y', ...args], { cwd: folder });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-refusals-'));
  const picture = ['-f', 'lavfi', '-i', 'testsrc2=size=160x120:rate=25:duration=2'];
  await ffmpeg(...picture, '-pix_fmt', 'yuv420p', 'film.mp4');
  await ffmpeg('-f', 'lavfi', '-i', 'sine=frequency=200:duration=2', 'voice.wav');
  await ffmpeg('-f', 'lavfi', '-i', 'sine=frequency=200:duration=9', 'long.wav');
  await writeFile(join(folder, 'script.srt'), '1\n00:00:00,200 --> 00:00:01,800\nHola, buenos días.\n');
  await writeFile(join(folder, 'late.srt'), '1\n00:10:00,200 --> 00:10:01,800\nHola, buenos días.\n');
  await writeFile(join(folder, 'empty.srt'), '');
  await writeFile(join(folder, 'zero.mp4'), '');
  await writeFile(join(folder, 'lie.mp4'), 'this is no film\n'.repeat(100));
  await mkdir(join(folder, 'folder'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const good = {
  film: 'film.mp4',
  voice: 'voice.wav',
  script: 'script.srt',
  language: 'es',
  out: 'out.mp4',
  report: 'report.json',
};

const argsOf = (changes: Readonly<Record<string, string>>): string[] => [
  'dub',
  ...Object.entries({ ...good, ...changes }).flatMap(([name, value]) => [`--${name}`, value]),
];

describe('one plain sentence, exit code 2 and nothing written', () => {
  it.each([
    ['a film that is not there', { film: 'none.mp4' }, /none\.mp4/],
    ['a film of zero bytes', { film: 'zero.mp4' }, /zero\.mp4/],
    ['a film that is none', { film: 'lie.mp4' }, /lie\.mp4/],
    ['a sound for a film', { film: 'voice.wav' }, /voice\.wav/],
    ['a film in which there is no face', {}, /No face was found anywhere in film\.mp4/],
    ['a voice that is not there', { voice: 'none.wav' }, /none\.wav/],
    ['a text for a voice', { voice: 'script.srt' }, /script\.srt/],
    ['a voice that is too long', { voice: 'long.wav' }, /long\.wav lasts 9\.0 s but film\.mp4 lasts 2\.0 s/],
    ['an empty script', { script: 'empty.srt' }, /empty\.srt/],
    ['a script for another film', { script: 'late.srt' }, /Line 1 of late\.srt/],
    ['a language nobody speaks', { language: 'xx-XX' }, /xx-XX/],
    ['half of an original dialogue', { 'film-script': 'script.srt' }, /--film-language/],
    ['a result that is a folder', { out: 'folder' }, /folder/],
    ['a result in a folder that is not there', { out: 'none/out.mp4' }, /none/],
    ['a result over the film', { out: 'film.mp4' }, /film\.mp4/],
    ['a time that is none', { from: 'noon' }, /--from noon/],
    ['an option that is none', { speed: '2' }, /--speed/],
  ])('for %s', async (_, changes: Readonly<Record<string, string>>, sentence) => {
    const before = await readdir(folder);
    const { code, stdout, stderr } = await mondwerk(argsOf(changes), folder);
    const said = stderr.trim().split('\n').at(-1);
    expect(said).toMatch(/^mondwerk: \S.*\.$/);
    expect(said).toMatch(sentence);
    expect(stderr).not.toMatch(/at .*:\d+:\d+|Error:/);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(await readdir(folder)).toEqual(before);
  });
});
