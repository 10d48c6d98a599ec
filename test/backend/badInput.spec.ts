import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mondwerk } from './mondwerk.ts';

let folder: string;

const run = (program: string, ...args: readonly string[]): Promise<unknown> =>
  promisify(execFile)(program, [...args], { cwd: folder });

const ffmpeg = (args: string): Promise<unknown> => run('ffmpeg', '-v', 'error', '-y', ...args.split(' '));

const cue = (times: string, text: string): string => `1\n${times}\n${text}\n`;
const inTime = '00:00:00,200 --> 00:00:01,800';

const texts: Readonly<Record<string, string | Uint8Array>> = {
  'script.srt': cue(inTime, 'Hola, buenos días.'),
  'late.srt': cue('00:10:00,200 --> 00:10:01,800', 'Hola, buenos días.'),
  'backwards.srt': cue('00:00:01,800 --> 00:00:00,200', 'Hola.'),
  'silent.srt': cue(inTime, '<i>[música]</i>'),
  'empty.srt': '',
  'zero.mp4': '',
  'zero.wav': '',
  'lie.mp4': 'this is no film\n'.repeat(100),
  'shiftjis.srt': Buffer.concat([
    Buffer.from(`1\n${inTime}\n`),
    Uint8Array.of(0x8c, 0x5a, 0x82, 0xcd, 0x89, 0xc4, 0x82, 0xcc, 0x91, 0x4f, 0x82, 0xc9),
  ]),
  'report.json': 'an older report',
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-bad-'));
  const picture = '-f lavfi -i testsrc2=size=160x120:rate=25:duration=2 -pix_fmt yuv420p';
  await ffmpeg(`${picture} film.mp4`);
  await ffmpeg(`${picture} -movflags +faststart fast.mp4`);
  await ffmpeg(`${picture} -vf setfield=tff -flags +ildct+ilme -x264opts tff=1 interlaced.mp4`);
  await ffmpeg('-i film.mp4 -frames:v 1 still.png');
  await ffmpeg('-f lavfi -i sine=frequency=200:duration=2 voice.wav');
  await ffmpeg('-f lavfi -i sine=frequency=200:duration=9 long.wav');
  await ffmpeg('-f lavfi -i sine=frequency=200:duration=0.3 short.wav');
  const film = await readFile(join(folder, 'film.mp4'));
  const fast = await readFile(join(folder, 'fast.mp4'));
  const media = {
    'headless.mp4': film.subarray(0, film.length >> 1),
    'cut.mp4': fast.subarray(0, (fast.length * 3) >> 2),
    'picture.mp4': await readFile(join(folder, 'still.png')),
    'sound.mp4': await readFile(join(folder, 'voice.wav')),
    'film.wav': film,
    'binary.srt': film,
  };
  for (const [name, content] of Object.entries({ ...texts, ...media })) {
    await writeFile(join(folder, name), content);
  }
  await mkdir(join(folder, 'folder'));
  await mkdir(join(folder, 'folder.mp4'));
  await run('mkfifo', 'pipe', 'pipe.mp4');
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

type Changes = Readonly<Record<string, string>>;

const argsOf = (changes: Changes): string[] => [
  'dub',
  ...Object.entries({ ...good, ...changes }).flatMap(([name, value]) => [`--${name}`, value]),
];

const long = 'x'.repeat(252);

const films: readonly (readonly [string, Changes, RegExp])[] = [
  ['a film that is not there', { film: 'none.mp4' }, /none\.mp4 does not exist/],
  ['a folder for a film', { film: 'folder' }, /is a folder/],
  ['a pipe for a film', { film: 'pipe' }, /not an ordinary file/],
  ['a film of zero bytes', { film: 'zero.mp4' }, /zero\.mp4 is empty/],
  ['a film without its index', { film: 'headless.mp4' }, /headless\.mp4 is cut off/],
  ['a film without its end', { film: 'cut.mp4' }, /cut\.mp4 is cut off/],
  ['a text that is called a film', { film: 'lie.mp4' }, /lie\.mp4 is not a video/],
  ['a picture that is called a film', { film: 'picture.mp4' }, /picture\.mp4 is a still picture/],
  ['a sound that is called a film', { film: 'sound.mp4' }, /sound\.mp4 has only sound/],
  ['an interlaced film', { film: 'interlaced.mp4' }, /interlaced\.mp4 is interlaced.*bwdif/],
  ['a film in which there is no face', {}, /No face was found anywhere in film\.mp4/],
];

const voices: typeof films = [
  ['a voice that is not there', { voice: 'none.wav' }, /none\.wav does not exist/],
  ['a folder for a voice', { voice: 'folder' }, /is a folder/],
  ['a voice of zero bytes', { voice: 'zero.wav' }, /zero\.wav is empty/],
  ['a text for a voice', { voice: 'script.srt' }, /script\.srt/],
  ['a voice in which there is no sound', { voice: 'film.wav' }, /film\.wav has no sound/],
  ['a voice that is too long', { voice: 'long.wav' }, /long\.wav lasts 9\.0 s but film\.mp4 lasts 2\.0 s/],
  ['a voice that is too short', { voice: 'short.wav' }, /short\.wav lasts 0\.3 s.*--fit-voice/],
];

const scripts: typeof films = [
  ['a script that is not there', { script: 'none.srt' }, /none\.srt does not exist/],
  ['a folder for a script', { script: 'folder' }, /is a folder/],
  ['a pipe for a script', { script: 'pipe' }, /pipe is not an ordinary file/],
  ['an empty script', { script: 'empty.srt' }, /empty\.srt has no spoken words/],
  ['a script in which nobody speaks', { script: 'silent.srt' }, /silent\.srt has no spoken words/],
  ['a film for a script', { script: 'binary.srt' }, /binary\.srt is not a text file/],
  ['a script in another encoding', { script: 'shiftjis.srt' }, /shiftjis\.srt is not in Unicode.*UTF-8/],
  ['a line that ends before it begins', { script: 'backwards.srt' }, /backwards\.srt, row 2/],
  ['a script for another film', { script: 'late.srt' }, /Line 1 of late\.srt/],
  ['a language nobody speaks', { language: 'xx-XX' }, /"xx-XX" is not known/],
  ['a language by its name', { language: 'english' }, /"english" is not known.*BCP 47/],
  ['half of an original dialogue', { 'film-script': 'script.srt' }, /--film-language/],
  [
    'an original dialogue of a silent film',
    { 'film-script': 'script.srt', 'film-language': 'en' },
    /film\.mp4 has no sound/,
  ],
];

const results: typeof films = [
  ['a result that is a folder', { out: 'folder.mp4' }, /folder\.mp4 is a folder/],
  ['a result that is a pipe', { out: 'pipe.mp4' }, /pipe\.mp4 is not an ordinary file/],
  ['a result in a folder that is not there', { out: 'none/out.mp4' }, /none does not exist/],
  ['a result where nobody may write', { out: '/proc/out.mp4' }, /\/proc/],
  ['a result over the film', { out: 'film.mp4' }, /film\.mp4 is also given as an input/],
  ['a result of an unknown kind', { out: 'out.avi' }, /out\.avi does not end in \.mp4/],
  ['a result with too long a name', { out: `${long}.mp4` }, /is too long/],
  ['a report where nobody may write', { report: '/proc/report.json' }, /\/proc/],
  ['a report over the script', { report: 'script.srt' }, /script\.srt/],
  ['a work folder that is a file', { work: 'script.srt' }, /script\.srt/],
  ['a work folder where nobody may write', { work: '/proc/work' }, /\/proc\/work/],
  ['a work folder without a name', { work: '' }, /--work has an empty value/],
  ['a time that is none', { from: 'noon' }, /--from noon is not a time/],
  ['a time after the end', { from: '100' }, /--from 100 lies after the end of film\.mp4/],
  ['an end before the beginning', { from: '1.5', to: '1' }, /--from 1\.5 is not before --to 1/],
  ['an option that is none', { speed: '2' }, /--speed/],
];

describe('one plain sentence, exit code 2 and nothing written', () => {
  it.each([...films, ...voices, ...scripts, ...results])('for %s', async (_, changes, sentence) => {
    const before = await readdir(folder);
    const { code, stdout, stderr } = await mondwerk(argsOf(changes), folder);
    const said = stderr.split('\n').filter((line) => line.startsWith('mondwerk: '));
    expect(said).toEqual([stderr.trim().split('\n').at(-1)]);
    expect(said[0]).toMatch(/^mondwerk: \S.*\.$/);
    expect(said[0]).toMatch(sentence);
    expect(stderr).not.toMatch(/at .*:\d+:\d+|Error:/);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(await readdir(folder)).toEqual(before);
    expect(await readFile(join(folder, 'report.json'), 'utf8')).toBe('an older report');
  });

  it('is JSON for machines', async () => {
    const { code, stderr } = await mondwerk([...argsOf({ film: 'none.mp4' }), '--json-progress'], folder);
    expect(code).toBe(2);
    const told = stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(told.at(-1)).toEqual({ error: expect.stringContaining('none.mp4 does not exist'), exitCode: 2 });
  });

  it.each([['none.mp4'], ['voice.wav'], ['lie.mp4'], ['folder']])('for inspecting %s', async (film) => {
    const { code, stdout, stderr } = await mondwerk(['inspect', film], folder);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^mondwerk: \S.*\.\n$/);
  });
});
