import { Readable } from 'node:stream';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rate } from '@mondwerk/film';
import type { DubOrder } from '../../apps/backend/src/order/dubOrder.ts';
import { checkOutFiles } from '../../apps/backend/src/order/outFile.ts';
import { checkScriptTimes } from '../../apps/backend/src/pipeline/scriptTimes.ts';
import { readStretch } from '../../apps/backend/src/order/stretch.ts';
import { checkVoiceLength, fitSamples } from '../../apps/backend/src/pipeline/voiceLength.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-test-'));
  await writeFile(join(folder, 'film.mp4'), 'film');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const order = (changes: Partial<DubOrder>): DubOrder => ({
  film: join(folder, 'film.mp4'),
  voices: [{ path: join(folder, 'voice.wav'), character: null }],
  script: join(folder, 'script.srt'),
  language: 'es',
  out: join(folder, 'out.mp4'),
  draft: false,
  lossless: false,
  fitVoice: false,
  voiceAsIs: false,
  followLoudness: true,
  onlyVisible: false,
  strength: 1,
  ...changes,
});

describe('the places for film and report', () => {
  it('are accepted where files can be written', async () => {
    await expect(checkOutFiles(order({ report: join(folder, 'report.json') }))).resolves.toBeUndefined();
  });

  it('are refused when the film would overwrite what it is made from', async () => {
    await expect(checkOutFiles(order({ out: join(folder, 'film.mp4') }))).rejects.toMatchObject({
      name: 'Refusal',
    });
  });

  it.each([
    ['a folder', 'made', 'report-unwritable'],
    ['in a missing folder', 'none/report.json', 'no-folder'],
    ['the film', 'film.mp4', 'report-is-input'],
    ['a link to the film', 'link.mp4', 'report-is-input'],
    ['the result', 'out.mp4', 'report-is-input'],
  ])('are refused when the report is %s', async (_, name, code) => {
    await mkdir(join(folder, 'made'));
    await symlink(join(folder, 'film.mp4'), join(folder, 'link.mp4'));
    await expect(checkOutFiles(order({ report: join(folder, name) }))).rejects.toMatchObject({ code });
  });

  it.skipIf(process.getuid?.() === 0)('are refused where nothing may be written (not as root)', async () => {
    await mkdir(join(folder, 'closed'));
    await chmod(join(folder, 'closed'), 0o500);
    const report = join(folder, 'closed/report.json');
    await expect(checkOutFiles(order({ report }))).rejects.toMatchObject({ code: 'not-writable' });
  });
});

describe('a stretch of the film', () => {
  const film = {
    path: 'film.mp4',
    rate: rate(25),
    clock: { times: Float64Array.from({ length: 100 }, (_, i) => i / 25), end: 4 },
  };

  it.each([
    [undefined, undefined, 0, 100],
    ['1', undefined, 25, 100],
    [undefined, '00:00:02:10', 0, 60],
    ['00:00:01:00', '2.5', 25, 63],
    ['0', '4', 0, 100],
  ])('from %s to %s holds frames %i to %i', (from, to, start, end) => {
    expect(readStretch(film, from, to)).toEqual({ start, end });
  });

  it.each([
    ['noon', undefined, 'timecode-unreadable'],
    ['9', undefined, 'timecode-outside'],
    ['3', '2', 'stretch-empty'],
    ['2', '2', 'stretch-empty'],
  ])('from %s to %s is refused as %s', (from, to, code) => {
    expect(() => readStretch(film, from, to)).toThrow(expect.objectContaining({ code }));
  });
});

describe('the voice', () => {
  it.each([
    [20, 20],
    [18.9, 20],
    [21.1, 20],
    [593.5, 600],
  ])('of %f s fits a film of %f s', (seconds, film) => {
    expect(() =>
      checkVoiceLength({ path: 'voice.wav', seconds }, { path: 'film.mp4', seconds: film }),
    ).not.toThrow();
  });

  it('is refused by name when it is of another length', () => {
    expect(() =>
      checkVoiceLength({ path: '/a/voice.wav', seconds: 12.3 }, { path: '/a/film.mp4', seconds: 20.1 }),
    ).toThrow(/^voice\.wav lasts 12\.3 s but film\.mp4 lasts 20\.1 s: .*--fit-voice/);
  });

  it.each([
    ['padded with silence to', 6, [1, 2, 3, 4, 0, 0]],
    ['cut to', 2, [1, 2]],
    ['left as long as', 4, [1, 2, 3, 4]],
  ])('is %s a film of %f s', async (_, seconds, fitted) => {
    const sound = Readable.from([Float32Array.of(1, 2, 3), Float32Array.of(4)]);
    const heard: number[] = [];
    for await (const portion of fitSamples(sound, seconds, 1)) heard.push(...portion);
    expect(heard).toEqual(fitted);
  });
});

describe('a script', () => {
  const lines = [
    { index: 0, text: 'Hello.', span: { start: 1, end: 2 } },
    { index: 1, text: 'A rather long line that nobody wants to read twice.', span: { start: 61, end: 62 } },
  ];

  it('is refused by its first line that begins after the end of the film', () => {
    expect(() => checkScriptTimes('a/script.srt', lines, 'a/film.mp4', 60)).toThrow(
      /^Line 2 of script\.srt \(“A rather long line .*…”\) begins at 61\.0 s, but film\.mp4 ends at 60\.0 s/,
    );
  });

  it('is accepted when every line begins in the film, or none has a time', () => {
    expect(() => checkScriptTimes('s.srt', lines, 'f.mp4', 61.5)).not.toThrow();
    expect(() => checkScriptTimes('s.txt', [{ index: 0, text: 'Hello.' }], 'f.mp4', 1)).not.toThrow();
  });
});
