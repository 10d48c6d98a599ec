import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { alignSpeech, checkLanguage, phonemise, soundOf } from '@mondwerk/speech';
import { lay, say } from './recordings.ts';

const text = 'The old ship sailed away this morning.';
const lines = [{ index: 0, text }];
const english = await checkLanguage('en-GB');
const pronunciations = await phonemise(lines, english);
const { samples } = lay([say(text)]);

const scratchFiles = (): string[] =>
  readdirSync(tmpdir()).filter((name) => /^mondwerk-[0-9a-f-]{36}$/.test(name));

test('a sound that comes in odd portions is aligned as the whole of it is', async () => {
  const portions: Float32Array[] = [];
  for (let at = 0, length = 1; at < samples.length; at += length, length = (length * 7 + 3) % 5000) {
    portions.push(samples.slice(at, at + length));
  }
  expect(await alignSpeech(Readable.from(portions), lines, pronunciations)).toEqual(
    await alignSpeech([samples], lines, pronunciations),
  );
});

test('a sound at another rate lasts as long', async () => {
  const slow = samples.filter((_, at) => at % 2 === 0);
  const { phones } = await alignSpeech(soundOf(slow, 8000), lines, pronunciations);
  expect(phones.at(-1)!.span.end).toBeCloseTo(samples.length / 16_000, 3);
});

test('no scratch file stays behind, also when the sound breaks off', async () => {
  const before = scratchFiles();
  const broken = (async function* () {
    yield samples;
    await Promise.resolve();
    throw new Error('the disk is gone');
  })();
  await expect(alignSpeech(broken, lines, pronunciations)).rejects.toThrow('the disk is gone');
  await alignSpeech([samples], lines, pronunciations);
  expect(scratchFiles()).toEqual(before);
});

test('a folder for scratch files that is not there is named', async () => {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = '/nowhere/at/all';
  try {
    await expect(alignSpeech([samples], lines, pronunciations)).rejects.toMatchObject({
      code: 'no-scratch',
      message: expect.stringContaining('/nowhere/at/all') as string,
    });
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
});

test('a script that is longer than its sound reports what is missing', async () => {
  const many = Array.from({ length: 12 }, (_, index) => ({ index, text }));
  const { lines: found, phones } = await alignSpeech([samples], many, await phonemise(many, english));
  expect(found.filter(({ fits }) => fits)).toHaveLength(1);
  expect(phones.at(-1)!.span.end).toBeCloseTo(samples.length / 16_000, 6);
});

test('two thousand lines in a short sound are gone through', async () => {
  const many = Array.from({ length: 2000 }, (_, index) => ({ index, text }));
  const said = many.map(({ index }) => ({ line: index, words: pronunciations[0].words }));
  const { lines: found } = await alignSpeech([samples], many, said);
  expect(found).toHaveLength(2000);
  expect(found.filter(({ fits }) => fits)).toHaveLength(1);
});
