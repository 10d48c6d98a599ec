import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readScript } from '@mondwerk/speech';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mondwerk-script-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(content: string | Uint8Array, language?: string) {
  const path = join(folder, 'lines.txt');
  await writeFile(path, content);
  return readScript(path, language);
}

const srt =
  '1\n00:00:01,500 --> 00:00:02,750\nHello there\n\n2\n00:00:03,000 --> 00:00:04,000\n- One\n- <i>two</i>\n';
const utf16 = (text: string, bigEndian: boolean) => {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

describe('formats are told by content', () => {
  test('SRT gives lines with times', async () => {
    expect(await read(srt)).toEqual([
      { index: 0, text: 'Hello there', span: { start: 1.5, end: 2.75 } },
      { index: 1, text: 'One two', span: { start: 3, end: 4 } },
    ]);
  });
  test('WebVTT without hours, with notes, settings and voices', async () => {
    const vtt =
      'WEBVTT - Title\n\nNOTE\n00:01.000 --> 00:02.000\nnot this\n\nSTYLE\n::cue { color: red }\n\nintro\n00:01.000 --> 00:02.500 align:start\n<v.loud Mary>Come <00:01.500>in &amp; sit</v>\n';
    expect(await read(vtt)).toEqual([
      { index: 0, text: 'Come in & sit', character: 'Mary', span: { start: 1, end: 2.5 } },
    ]);
  });
  test('plain lines have no times', async () => {
    expect(await read('Good day.\r\n\r\nHow are you?')).toEqual([
      { index: 0, text: 'Good day.' },
      { index: 1, text: 'How are you?' },
    ]);
  });
  test('a missing empty row between cues is forgiven', async () => {
    expect((await read(srt.replace('\n\n', '\n'))).map(({ text }) => text)).toEqual([
      'Hello there',
      'One two',
    ]);
  });
  test.each([
    ['<?xml version="1.0"?><svg/>', 'XML of another kind (<svg>)'],
    ['[Script Info]\nTitle: x', 'ASS'],
    ['{"lines": []}', 'JSON'],
  ])('%s is refused by its kind', async (content, kind) => {
    await expect(read(content)).rejects.toMatchObject({
      code: 'script-format',
      message: expect.stringContaining(kind),
    });
  });
});

describe('encodings', () => {
  const text = '1\n00:00:01,000 --> 00:00:02,000\nDzień dobry, 世界\n';
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark and CRLF', Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`)],
    ['UTF-16LE with a mark', utf16(`\ufeff${text}`, false)],
    ['UTF-16BE with a mark', utf16(`\ufeff${text}`, true)],
    ['UTF-16LE without a mark', utf16(text, false)],
    ['UTF-16BE without a mark', utf16(text, true)],
  ])('%s is read', async (_, bytes) => {
    expect((await read(bytes))[0].text).toBe('Dzień dobry, 世界');
  });
  test('Windows-1252 is read when its letters are the language’s own', async () => {
    const bytes = Buffer.from('¿Mañana será otro día?', 'latin1');
    expect((await read(bytes, 'es-419'))[0].text).toBe('¿Mañana será otro día?');
    expect((await read(bytes))[0].text).toBe('¿Mañana será otro día?');
    await expect(read(bytes, 'pl')).rejects.toMatchObject({ code: 'script-encoding' });
  });
  test.each([
    [
      'Polish in Windows-1250',
      [0x44, 0x7a, 0x69, 0x65, 0xf1, 0x20, 0x77, 0xb3, 0x61, 0x9c, 0x6e, 0x69, 0x65],
      'pl',
    ],
    ['Russian in Windows-1251', [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2], undefined],
    ['Japanese in Shift-JIS', [0x82, 0xb1, 0x82, 0xf1, 0x82, 0xc9, 0x82, 0xbf], undefined],
    ['Czech in Windows-1250', [0x70, 0xf8, 0xed, 0x6c, 0x69, 0x9a, 0x20, 0x9e, 0x6c, 0x75], undefined],
  ])('%s is refused, never guessed', async (_, bytes, language) => {
    await expect(read(Uint8Array.from(bytes), language)).rejects.toMatchObject({
      code: 'script-encoding',
      message: expect.stringMatching(/lines\.txt.*save it as UTF-8/),
    });
  });
  test('a film given as a script is refused', async () => {
    await expect(
      read(Uint8Array.from([0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70, 0, 0, 2, 0, 0xff])),
    ).rejects.toMatchObject({
      code: 'script-not-text',
    });
  });
});

describe('bad scripts are refused with their row', () => {
  test.each([
    ['', 'script-empty', /no spoken words/],
    ['1\n00:00:01,000 --> 00:00:02,000\n[door slams]\n', 'script-empty', /no spoken words/],
    [srt.replace('00:00:02,750', '00:00:01,000'), 'script-times', /row 2: the line ends before/],
    [srt.replace('00:00:03,000', '0:3'), 'script-times', /row 6: "0:3 --> /],
  ])('case %#', async (content, code, message) => {
    await expect(read(content)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });
  test('a missing file is refused by name', async () => {
    await expect(readScript(join(folder, 'gone.srt'))).rejects.toMatchObject({ code: 'script-missing' });
  });
});

describe('what is not spoken goes', () => {
  test.each([
    ['{\\an8}<font color="red">Stop</font> it', 'Stop it'],
    ['♪ la la la ♪', 'la la la'],
    ['[MUSIC] Go (sighs) home', 'Go home'],
    ['It is 10:30 now', 'It is 10:30 now'],
  ])('%s', async (raw, text) => {
    expect((await read(raw))[0].text).toBe(text);
  });
});

describe('characters', () => {
  const parts = async (raw: string) => (await read(raw)).map(({ character, text }) => [character, text]);
  test('names in front of every line, or in capitals, or said again', async () => {
    expect(await parts('Anna: Hi\nDr. Bell: Hello')).toEqual([
      ['Anna', 'Hi'],
      ['Dr. Bell', 'Hello'],
    ]);
    expect(await parts('ANNA: Hi\nwho is it')).toEqual([
      ['ANNA', 'Hi'],
      [undefined, 'who is it'],
    ]);
    expect(await parts('田中：はい\n田中：いいえ\nえ')).toEqual([
      ['田中', 'はい'],
      ['田中', 'いいえ'],
      [undefined, 'え'],
    ]);
  });
  test('a word before a colon is no name by itself', async () => {
    expect(await parts('Remember: never run\nYes')).toEqual([
      [undefined, 'Remember: never run'],
      [undefined, 'Yes'],
    ]);
  });
});
