import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCommandLine } from '../../../apps/backend/src/commandLine.ts';
import { convertScript } from '../../../apps/backend/src/scripts/convertScript.ts';

const corpus = join(import.meta.dirname, '../../speech/script/corpus');
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-convert-'));
});
afterAll(() => rm(folder, { recursive: true }));

const convert = (file: string, to: string, more: object = {}): Promise<string[]> =>
  convertScript({ from: join(corpus, file), to: join(folder, to), ...more });
const written = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');

describe('mondwerk script convert', () => {
  it('is understood on the command line', async () => {
    const request = readCommandLine(
      ['script', 'convert', join(corpus, 'names.srt'), 'names.vtt', '--language', 'en'],
      folder,
    );
    expect(request).toMatchObject({ command: 'service' });
    if (request?.command === 'service') expect(await request.run({})).toBe(0);
    expect(await written('names.vtt')).toContain('<v ANNA>Come here.</v>');
  });

  it('writes what the ending asks for, and says what is left out', async () => {
    const told = await convert('band.detx', 'band.srt');
    expect(told[0]).toMatch(/^The script band\.detx says that the film begins at 01:00:00:00/);
    expect(told[1]).toMatch(
      /^Left out, since SRT cannot carry it: the title; .*9 marks of lips; 1 change of shot/,
    );
    expect(told.at(-1)).toBe('band.srt: 4 lines as SRT.');
    expect(await written('band.srt')).toContain('00:00:02,000 --> 00:00:03,200\nAnna: Bonne promenade');
  });

  it('refuses to write a script without times as one that has only lines with times', async () => {
    await writeFile(join(folder, 'plain.txt'), 'Come here.\nWhere to?\n');
    const order = { from: join(folder, 'plain.txt'), to: join(folder, 'plain.vtt') };
    await expect(convertScript(order)).rejects.toThrow(
      'No line of plain.txt has times, and WebVTT has only lines with times: align it with its voice first, or write W3C DAPT or CSV.',
    );
    await expect(written('plain.vtt')).rejects.toThrow(/ENOENT/);
    expect(await convertScript({ ...order, to: join(folder, 'plain.csv') })).toEqual([
      'plain.csv: 2 lines as CSV.',
    ]);
  });

  it('says nothing of what is carried', async () => {
    expect(await convert('names.srt', 'names.srt')).toEqual(['names.srt: 4 lines as SRT.']);
  });

  it('counts frames at the rate that a person gives', async () => {
    await convert('frames.srt', 'frames.detx', { rate: '23.976' });
    expect(await written('frames.detx')).toContain('timecode="00:00:01:12"');
    await expect(convert('frames.srt', 'x.detx', { rate: 'often' })).rejects.toMatchObject({
      code: 'rate',
      message: '--rate often is no frame rate: write 25, 23.976 or 30000/1001.',
    });
    await expect(convert('frames.srt', 'x.detx')).rejects.toMatchObject({ code: 'script-rate' });
  });

  it('counts from where a person says that the film begins, and a band says so too', async () => {
    await convert('from-ten-hours.srt', 'ten.detx', { rate: '25', fromStart: '10:00:00:00' });
    const band = await written('ten.detx');
    expect(band).toContain('<videofile timestamp="10:00:00:00"/>');
    expect(band).toContain('<lipsync timecode="10:00:01:00"');
    await convert('from-ten-hours.srt', 'ten.vtt', { fromStart: '10:00:00:00' });
    expect(await written('ten.vtt')).toContain('00:00:01.000 --> 00:00:02.000');
  });

  it('takes the language that is wanted out of several', async () => {
    await convert('dubbing.dapt.xml', 'fr.srt', { language: 'fr' });
    expect(await written('fr.srt')).toContain('LUC: Le pain est chaud.');
  });

  it('refuses an ending that is no script’s, and to write over what it reads', async () => {
    await expect(convert('names.srt', 'names.docx')).rejects.toMatchObject({
      code: 'out-format',
      message: expect.stringContaining('end it in .srt, .vtt, .ttml, .dapt.xml, .detx and .csv'),
    });
    const own = join(folder, 'own.srt');
    await writeFile(own, '1\n00:00:01,000 --> 00:00:02,000\nHello.\n');
    await expect(convertScript({ from: own, to: own })).rejects.toMatchObject({ code: 'same-file' });
    expect((await readdir(folder)).filter((name) => name.includes('partial'))).toEqual([]);
  });
});
