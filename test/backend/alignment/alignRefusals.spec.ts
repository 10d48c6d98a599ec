import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mondwerk, type Ended } from '../mondwerk.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-align-'));
  await promisify(execFile)('espeak-ng', ['-v', 'en-us', '-w', 'voice.wav', 'Hello there.'], { cwd: folder });
  const cue = (times: string): string => `1\n${times}\nHello there.\n`;
  const texts = {
    'voice.srt': cue('00:00:00,000 --> 00:00:01,000'),
    'late.srt': cue('00:10:00,000 --> 00:10:01,000'),
    'empty.srt': '',
  };
  for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
  await mkdir(join(folder, 'made'));
  await mkdir(join(folder, 'made.json'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const align = (args: string): Promise<Ended> => mondwerk(['align', ...args.split(' ')], folder);

describe('what align cannot use', () => {
  const good = { voice: 'voice.wav', script: 'voice.srt', language: 'en-US', out: 'made/x.json' };

  it.each([
    [
      'an unknown ending',
      { out: 'made/x.doc' },
      /^mondwerk: x\.doc ends in \.doc, which cannot be written; there are \.json, \.TextGrid, .* and \.svg\.$/m,
    ],
    ['no ending', { out: 'made/x' }, /x has no ending that tells its format; there are \.json/],
    ['a folder', { out: 'made' }, /made has no ending/],
    ['a folder that is named like a file', { out: 'made.json' }, /made\.json is a folder/],
    ['a folder that is not there', { out: 'none/x.json' }, /The folder .*none does not exist; make it first/],
    [
      'the script itself',
      { out: 'voice.srt' },
      /voice\.srt is also given as an input and would be overwritten/,
    ],
    ['a voice that is not there', { voice: 'none.wav' }, /none\.wav does not exist; check the path\./],
    ['a voice that is none', { voice: 'voice.srt', out: 'made/y.json' }, /^mondwerk: .*voice\.srt/],
    ['a script that is not there', { script: 'none.srt' }, /The script none\.srt does not exist/],
    ['an empty script', { script: 'empty.srt' }, /The script empty\.srt has no spoken words/],
    [
      'a script of something longer',
      { script: 'late.srt' },
      /Line 1 of late\.srt .* begins at 600\.0 s, but voice\.wav ends at/,
    ],
    ['a language that nobody knows', { language: 'tlh' }, /The language "tlh" is not known/],
    ['a rate that is none', { rate: 'fast' }, /--rate fast is not a number of frames a second/],
    ['a first frame that is none', { start: 'ten' }, /--start ten is not a timecode/],
    ['a part that ends before it begins', { from: '5', to: '2' }, /--from 5 is not before --to 2/],
    ['a part behind the end', { from: '9:00' }, /--from lies after the end of voice\.wav, which lasts/],
    ['a lexicon that is not there', { lexicon: 'none.csv' }, /lexicon none\.csv/],
  ])('is %s', async (_, changes, sentence) => {
    const options = Object.entries({ ...good, ...changes } as Record<string, string>);
    const { code, stderr } = await mondwerk(
      ['align', ...options.flatMap(([name, value]) => [`--${name}`, value])],
      folder,
    );
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n').at(-1)).toMatch(/^mondwerk: \S.*[.]$/);
    expect(code).toBe(2);
    expect(await readdir(join(folder, 'made'))).toEqual([]);
  });

  it('is the same file twice', async () => {
    const { code, stderr } = await align(
      '--voice voice.wav --script voice.srt --language en-US --out made/a.json --out made/../made/a.json',
    );
    expect([code, stderr]).toEqual([2, expect.stringContaining('is given twice with --out')]);
  });

  it.skipIf(process.getuid?.() === 0)('is a folder where nothing may be written (not as root)', async () => {
    await mkdir(join(folder, 'closed'));
    await chmod(join(folder, 'closed'), 0o500);
    const { code, stderr } = await align(
      '--voice voice.wav --script voice.srt --language en-US --out closed/a.json',
    );
    expect([code, stderr]).toEqual([2, expect.stringContaining('cannot be written to')]);
  });
});
