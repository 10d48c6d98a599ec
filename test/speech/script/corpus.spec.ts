import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Line } from '@mondwerk/film';
import {
  linesOf,
  parseScript,
  readScript,
  readScriptDocument,
  SCRIPT_FORMATS,
  writeScript,
} from '@mondwerk/speech';
import { readings } from './corpusReadings.ts';
import { refusals } from './corpusRefusals.ts';

const corpus = join(import.meta.dirname, 'corpus');

/** `start → end WHO text`, with what else a line says behind it. */
function show({ span, character, text, language, onScreen, marks }: Line): string {
  const times = span === undefined ? '' : `${span.start} → ${span.end} `;
  const more = [language, onScreen, ...(marks ?? []).map(({ kind, at }) => `${kind}@${at}`)];
  const known = more.filter((word) => word !== undefined);
  return `${times}${character === undefined ? '' : `${character}: `}${text}${known.length > 0 ? ` [${known.join(' ')}]` : ''}`;
}

describe('odd files are read as a tired person means them', () => {
  test.each(readings)('$file $with', async ({ file, with: reading = {}, lines, told = [] }) => {
    const document = await readScriptDocument(join(corpus, file), reading);
    expect(linesOf(document).map(show)).toEqual(lines);
    expect(document.remarks).toHaveLength(told.length);
    told.forEach((pattern, at) => expect(document.remarks[at]).toMatch(pattern));
  });
});

describe('what cannot be read is refused with a sentence that names the way out', () => {
  test.each(refusals)('$file $with', async ({ file, with: reading = {}, code, says }) => {
    const { language, ...rest } = reading;
    await expect(readScript(join(corpus, file), language, rest)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(says),
    });
  });
});

test('every file of the corpus has its reading or its refusal', async () => {
  const told = new Set([...readings, ...refusals].map(({ file }) => file));
  expect((await readdir(corpus)).filter((file) => !told.has(file))).toEqual([]);
});

describe('what was written is read and written as the same again', () => {
  const cases = readings.flatMap((reading) => SCRIPT_FORMATS.map((format) => ({ ...reading, format })));
  test.each(cases)('$file as $format', async ({ file, format, with: reading = {} }) => {
    const document = await readScriptDocument(join(corpus, file), reading);
    const written = writeScript(document, format);
    const again = {
      ...(document.clock && { rate: document.clock.rate }),
      ...(document.language && { language: document.language }),
    };
    const back = parseScript(written, again, file);
    expect(writeScript(back, format)).toBe(written);
    if (document.lines.every(({ span, represents }) => span !== undefined && represents === undefined)) {
      expect(linesOf(back).map(({ text }) => text)).toEqual(linesOf(document).map(({ text }) => text));
    }
  });
});
