import { describe, expect, it } from 'vitest';
import type { Phone } from '@mondwerk/film';
import { phonesSaidIn } from '../../../apps/backend/src/pipeline/casting/phonesSaidBy.ts';

const phone = (line: number, ipa: string, start: number, end: number): Phone => ({
  ...{ ipa, span: { start, end }, confidence: 0.9, line },
});

/** Anna and Ben speak at once. */
const heard = [
  phone(0, 'a', 1, 1.5),
  phone(1, 'm', 1.2, 1.4),
  phone(1, '_', 1.4, 1.6),
  phone(0, 'b', 1.5, 2),
  phone(1, 'o', 1.6, 2.5),
  phone(2, 'p', 3, 3.2),
];

const told = (phones: readonly Phone[]) => phones.map(({ ipa, span }) => [ipa, span.start, span.end]);

describe('the sound as one mouth sees it', () => {
  it('is its own lines, with silence between, up to the end of the film', () => {
    expect(told(phonesSaidIn([0, 2], heard, 4))).toEqual([
      ['_', 0, 1],
      ['a', 1, 1.5],
      ['b', 1.5, 2],
      ['_', 2, 3],
      ['p', 3, 3.2],
      ['_', 3.2, 4],
    ]);
    expect(told(phonesSaidIn([1], heard, 4))).toEqual([
      ['_', 0, 1.2],
      ['m', 1.2, 1.4],
      ['_', 1.4, 1.6],
      ['o', 1.6, 2.5],
      ['_', 2.5, 4],
    ]);
  });

  it('is silence where nothing is heard of its lines', () => {
    expect(told(phonesSaidIn([7], heard, 4))).toEqual([['_', 0, 4]]);
    expect(phonesSaidIn([7], heard, 0)).toEqual([]);
  });

  it('is never two sounds at once: the line that begins first is said to its end', () => {
    expect(told(phonesSaidIn([0, 1], heard, 3))).toEqual([
      ['_', 0, 1],
      ['a', 1, 1.5],
      ['b', 1.5, 2],
      ['o', 2, 2.5],
      ['_', 2.5, 3],
    ]);
  });
});
