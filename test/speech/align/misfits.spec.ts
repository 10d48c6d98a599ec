import { describe, expect, test } from 'vitest';
import { SILENCE, type Line } from '@mondwerk/film';
import { alignSpeech, checkLanguage, phonemise, type Pronunciation } from '@mondwerk/speech';
import { lay, say } from './recordings.ts';

const texts = [
  'The old ship sailed away this morning.',
  'Nobody knew what to say about it.',
  'Please bring me some fresh water.',
  'My brother works in the big city.',
];
const said = texts.map((text) => say(text));
const english = await checkLanguage('en-GB');
const plain: Line[] = texts.map((text, index) => ({ index, text }));
const timed = (lines: readonly Line[], spans: readonly { start: number; end: number }[]): Line[] =>
  lines.map((line, at) => ({ ...line, span: spans[at] }));
const align = async (samples: Float32Array, lines: readonly Line[], said?: readonly Pronunciation[]) =>
  alignSpeech([samples], lines, said ?? (await phonemise(lines, english)));
const near = (a: number, b: number): void => expect(Math.abs(a - b)).toBeLessThan(0.08);

describe.each(['with times', 'as plain text'])('a script %s', (how) => {
  const ask = (lines: readonly Line[], spans: readonly { start: number; end: number }[]) =>
    how === 'with times' ? timed(lines, spans) : lines;

  test('a line that nobody says is reported and moves no other line', async () => {
    const { samples, spans } = lay(said);
    const { start, end } = spans[1];
    samples.fill(0, start * 16_000, end * 16_000);
    const { lines, phones } = await align(samples, ask(plain, spans));
    expect(lines.map(({ problem }) => problem)).toEqual([undefined, 'not-heard', undefined, undefined]);
    expect(lines[1]).toMatchObject({ fits: false, confidence: 0 });
    expect(phones.some(({ line }) => line === 1)).toBe(false);
    for (const at of [0, 2, 3]) near(lines[at].span.start, spans[at].start);
  });

  test('of a line that says something else the sounds are heard', async () => {
    const { samples, spans } = lay(said);
    const other = plain.map((line) =>
      line.index === 2 ? { ...line, text: 'Father loves a quiet zoo.' } : line,
    );
    const { lines, phones } = await align(samples, ask(other, spans));
    expect(lines.map(({ problem }) => problem)).toEqual([undefined, undefined, 'other-words', undefined]);
    expect(lines[2].confidence).toBeGreaterThan(0);
    expect(lines[2].confidence).toBeLessThan(0.4);
    const own = phones.filter(({ line, ipa }) => line === 2 && ipa !== SILENCE);
    expect(own.length).toBeGreaterThan(8);
    expect(own.every(({ word }) => word === undefined)).toBe(true);
    near(own[0].span.start, spans[2].start);
  });

  test('speech of no line is in no line', async () => {
    const { samples, spans } = lay(said);
    const fewer = plain.filter(({ index }) => index !== 1);
    const theirs = spans.filter((_, at) => at !== 1);
    const { lines } = await align(samples, ask(fewer, theirs));
    expect(lines.every(({ fits }) => fits)).toBe(true);
    lines.forEach((line, at) => near(line.span.start, theirs[at].start));
  });
});

test('a line without words has the sounds that are heard in its time', async () => {
  const { samples, spans } = lay(said);
  const unknown = plain.map((line) => (line.index === 1 ? { ...line, text: '…' } : line));
  const { lines, phones } = await align(samples, timed(unknown, spans));
  expect(lines[1]).toMatchObject({ fits: false, problem: 'words-unknown' });
  const own = phones.filter(({ line, ipa }) => line === 1 && ipa !== SILENCE);
  expect(own.length).toBeGreaterThan(8);
  near(own[0].span.start, spans[1].start);
  near(own.at(-1)!.span.end, spans[1].end);
  phones.slice(1).forEach((phone, at) => expect(phone.span.start).toBe(phones[at].span.end));
});

test('where no line has words there are sounds all the same, and silence where nobody speaks', async () => {
  const { samples, spans } = lay(said);
  const unknown = plain.map((line) => ({ ...line, text: '…' }));
  const { phones } = await align(samples, timed(unknown, spans));
  const speech = phones.filter(({ ipa }) => ipa !== SILENCE);
  for (const { start, end } of spans) {
    const inside = speech.filter(({ span }) => span.start < end && span.end > start);
    const seconds = inside.reduce((sum, { span }) => sum + span.end - span.start, 0);
    expect(seconds).toBeGreaterThan(0.6 * (end - start));
  }
});

test('a word that is said in another way is heard so', async () => {
  const { samples, spans } = lay([say('I like tomato soup.'), say('The old ship sailed away.')]);
  const lines = timed(
    [
      { index: 0, text: 'I like tomato soup.' },
      { index: 1, text: 'The old ship sailed away.' },
    ],
    spans,
  );
  const right = await phonemise(lines, english);
  const other = ['k', 'ɛ', 'tʃ', 'ʌ', 'p'];
  const offered = right.map(({ line, words }) => ({
    line,
    words: words.map((word) =>
      word.word === 'tomato' ? { ...word, phones: other, others: [word.phones] } : word,
    ),
  }));
  const { phones, lines: found } = await align(samples, lines, offered);
  const heard = phones.filter(({ word }) => word === 'tomato').map(({ ipa }) => ipa);
  expect(heard).toEqual(right[0].words.find(({ word }) => word === 'tomato')!.phones);
  expect(found.every(({ fits }) => fits)).toBe(true);
});
