import { FROM_NOUGHT, rate, SILENCE, type Phone } from '@mondwerk/film';
import { EMPTY_SCRIPT } from '@mondwerk/speech';
import type { Alignment, Heard } from '../../../apps/backend/src/alignment/alignment.ts';
import type { HeardOfScript, ReadScript } from '../../../apps/backend/src/alignment/heardScript.ts';

const heard = (start: number, end: number, text: string, line: number, confidence = 0.9): Heard => ({
  ...{ start, end, text, confidence, line },
});

/** Two lines as they were heard: Anna says “Mum, "hi"!”, and nobody says Bert's. */
export const TINY: Alignment = {
  ...{ voice: 'tiny.wav', script: 'tiny.srt', language: 'en-GB', clock: 'voice', seconds: 3 },
  words: [heard(0.5, 0.8, 'Mum', 0), heard(1.2, 1.6, 'hi', 0, 0.4567891)],
  phones: [
    ...[heard(0.5, 0.6, 'm', 0), heard(0.6, 0.7, 'ʌ', 0), heard(0.7, 0.8, 'm', 0)],
    ...[heard(1.2, 1.3, 'h', 0), heard(1.3, 1.6, 'aɪ', 0)],
  ],
  lines: [
    { index: 0, start: 0.5, end: 1.6, text: 'Mum, "hi"!', confidence: 0.875, fits: true, character: 'ANNA' },
    {
      ...{ index: 1, start: 2, end: 2.5, text: 'Not {here}', confidence: 0, fits: false },
      ...{ problem: 'not-heard', character: 'BERT' },
    },
  ],
};

const phone = (start: number, end: number, ipa: string, word?: string): Phone => ({
  ...{ ipa, span: { start, end }, confidence: 0.9, line: ipa === SILENCE ? -1 : 0 },
  ...(word !== undefined && { word }),
});

/** The same with its silences. */
export const TINY_PHONES: readonly Phone[] = [
  phone(0, 0.5, SILENCE),
  ...[phone(0.5, 0.6, 'm', 'Mum'), phone(0.6, 0.7, 'ʌ', 'Mum'), phone(0.7, 0.8, 'm', 'Mum')],
  phone(0.8, 1.2, SILENCE),
  ...[phone(1.2, 1.3, 'h', 'hi'), phone(1.3, 1.6, 'aɪ', 'hi')],
  phone(1.6, 3, SILENCE),
];

/** The script that it was heard of. */
export const TINY_SCRIPT: ReadScript = {
  document: {
    ...EMPTY_SCRIPT,
    characters: [
      { id: 'a', name: 'ANNA', color: '#ff0000' },
      { id: 'b', name: 'BERT' },
    ],
    lines: [
      { span: { start: 0.4, end: 1.8 }, character: 'a', text: ['Mum, "hi"!'] },
      { span: { start: 2, end: 2.5 }, character: 'b', text: ['Not {here}'], onScreen: 'off' },
    ],
    cuts: [1],
  },
  places: new Map([
    [0, 0],
    [1, 1],
  ]),
};

/** What was heard of it. */
export const TINY_HEARD: HeardOfScript = {
  alignment: TINY,
  spoken: TINY_PHONES.filter(({ ipa }) => ipa !== SILENCE),
  clock: { rate: rate(25), start: FROM_NOUGHT },
};
