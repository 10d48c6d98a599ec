import { describe, expect, it } from 'vitest';
import { SILENCE, type Phone } from '@mondwerk/film';
import { lanesOf } from '../../../apps/backend/src/alignment/lanes.ts';
import { suspectedLength } from '../../../apps/backend/src/alignment/followDrift.ts';
import { onVoiceClock } from '../../../apps/backend/src/alignment/onVoiceClock.ts';
import { spokenWords } from '../../../apps/backend/src/alignment/spokenWords.ts';
import { textPieces } from '../../../apps/backend/src/alignment/textPieces.ts';

const phone = (start: number, ipa: string, word?: string, line = 0): Phone => ({
  ...{ ipa, span: { start, end: start + 0.1 }, confidence: 0.8, line },
  ...(word !== undefined && { word }),
});

describe('words from sounds', () => {
  const no = { word: 'no', phones: ['n', 'oʊ'], others: [['n', 'ɒ']] };

  it('are told apart where the same word is said twice', () => {
    const phones = ['n', 'oʊ', 'n', 'ɒ'].map((ipa, at) => phone(at / 10, ipa, 'no'));
    expect(spokenWords(phones, [{ line: 0, words: [no, no] }])).toMatchObject([
      { text: 'no', start: 0, end: expect.closeTo(0.2) as number },
      { text: 'no', start: expect.closeTo(0.2) as number, end: expect.closeTo(0.4) as number },
    ]);
  });

  it('are those that sounds name, where they were said in another way', () => {
    const phones = [phone(0, 'm', 'a'), phone(0.1, 'm', 'a'), phone(0.2, 's', 'b')];
    const words = [
      { word: 'a', phones: ['x'] },
      { word: 'b', phones: ['s'] },
    ];
    expect(spokenWords(phones, [{ line: 0, words }]).map(({ text }) => text)).toEqual(['a', 'b']);
  });

  it('leave out words that nobody can pronounce, sounds without a word, and silence', () => {
    const phones = [
      phone(0, 'm'),
      phone(0.1, SILENCE),
      phone(0.2, 's', 'b'),
      phone(0.3, SILENCE, undefined, -1),
    ];
    const words = [
      { word: '☃', phones: [] },
      { word: 'b', phones: ['s'] },
    ];
    expect(spokenWords(phones, [{ line: 0, words }]).map(({ text }) => text)).toEqual(['b']);
  });
});

describe('a text cut before its words', () => {
  it.each([
    ['Mum, "hi"!', ['Mum', 'hi'], ['Mum, ', '"hi"!']],
    ['¿Qué? ¡No!', ['Qué', 'No'], ['¿Qué? ', '¡No!']],
    ['…well (maybe)', ['well', 'maybe'], ['…', 'well ', '(maybe)']],
    ["don't", ["don't"], ["don't"]],
    ['私は田中です', ['私', 'は', '田中', 'です'], ['私', 'は', '田中', 'です']],
    ['one two', ['two', 'one'], ['one ', 'two']],
    ['', ['a'], []],
  ])('%s', (text, words, pieces) => {
    expect(textPieces(text, words).map((piece) => piece.text)).toEqual(pieces);
  });
});

describe('lines that are said at once', () => {
  const line = (index: number, start: number, end: number, character?: string) => ({
    ...{ index, start, end, text: 'x', confidence: 1, fits: true },
    ...(character !== undefined && { character }),
  });

  it('share one lane where none are', () => {
    expect(lanesOf([line(0, 0, 1, 'A'), line(1, 1, 2, 'B')])).toHaveLength(1);
  });

  it('have a lane for every character, and another one for who speaks twice at once', () => {
    const lanes = lanesOf([
      line(0, 0, 2, 'A'),
      line(1, 1, 3, 'B'),
      line(2, 1.5, 2.5, 'A'),
      line(3, 4, 5, 'A'),
    ]);
    expect(lanes.map(({ character, lines }) => [character, lines.map(({ index }) => index)])).toEqual([
      ['A', [0, 3]],
      ['A', [2]],
      ['B', [1]],
    ]);
  });
});

describe('a voice that runs away from its script', () => {
  const script = Array.from({ length: 30 }, (_, index) => ({
    ...{ index, text: 'x', span: { start: index * 3, end: index * 3 + 1 } },
  }));
  const found = (slope: number, near: number) =>
    script.map(({ index, span }) => ({
      ...{ line: index, confidence: 0.9, fits: Math.abs(slope * span.start) < near },
      span: { start: span.start * (1 - slope), end: span.end * (1 - slope) },
    }));

  it('is suspected from the lines near its beginning', () => {
    expect(suspectedLength(script, found(0.01, 0.4), 89)).toBeCloseTo(89 / 0.99);
    expect(suspectedLength(script, found(-0.01, 0.4), 91)).toBeCloseTo(91 / 1.01);
  });

  it('is not suspected where it keeps to its times, or too few lines were found', () => {
    expect(suspectedLength(script, found(0.0001, 0.4), 90)).toBeUndefined();
    expect(suspectedLength(script, found(0.01, 0.1), 89)).toBeUndefined();
    expect(suspectedLength(script.slice(0, 4), found(0.01, 9), 89)).toBeUndefined();
  });

  it('is told on its own clock again, with silence wherever there is none', () => {
    const pieces = [
      { from: 0, to: 1, at: 0 },
      { from: 1, to: 3, at: 1.2 },
    ];
    const phones = [phone(0.5, 'a'), phone(1.5, 'b', undefined, 1), phone(1.6, 'c', undefined, 1)];
    const lines = [{ line: 1, span: { start: 1.5, end: 1.7 }, confidence: 1, fits: true }];
    const told = onVoiceClock({ phones, lines }, pieces, 3);
    expect(told.lines[0].span.start).toBeCloseTo(1.3);
    expect(told.phones.map(({ ipa }) => ipa)).toEqual([SILENCE, 'a', SILENCE, 'b', 'c', SILENCE]);
    told.phones.slice(1).forEach(({ span }, at) => expect(span.start).toBeCloseTo(told.phones[at].span.end));
    expect(told.phones.at(-1)!.span.end).toBe(3);
  });
});
