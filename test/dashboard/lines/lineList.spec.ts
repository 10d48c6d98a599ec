import { describe, expect, it } from 'vitest';
import {
  ALL_LINES,
  filterLines,
  listLines,
  type LineFilter,
} from '../../../apps/dashboard/components/lines/lineList.ts';
import type { Character } from '../../../apps/dashboard/lib/api/cast.ts';
import { line, planned, spoken } from '../dub/someLines.ts';

const people = [
  { id: 'mira', name: 'Mira', offScreen: false },
  { id: 'voice', name: 'Érzähler', offScreen: true },
] as Character[];

const lines = [
  line({ index: 0, text: 'Tal vez mi hermano.', character: 'mira' }),
  line({ index: 1, text: 'Érase una vez.', character: 'voice', start: null, end: null }),
  line({ index: 2, text: 'Cinco perritos.', settings: { offset: 0.1, strength: 1, leave: false, cues: [] } }),
  line({ index: 3, settings: { offset: 0, strength: 1, leave: true, cues: [] } }),
];

const found = [
  planned({ index: 0, start: 0.6, end: 1.6, fits: false, problem: 'other-words', mismatch: 0.5 }),
  planned({ index: 1, start: 2, end: 2.5, leftOut: 'off-screen', mismatch: null }),
  planned({ index: 2, mismatch: 0.1, spoken: [spoken({ doubt: 'of 2 faces …' })] }),
  planned({
    index: 3,
    start: 0,
    end: 0,
    leftOut: 'not-heard',
    fits: false,
    problem: 'not-heard',
    mismatch: null,
  }),
];

const listed = listLines(lines, found, people);
const shown = (filter: Partial<LineFilter>): number[] =>
  filterLines(listed, { ...ALL_LINES, ...filter }).map((each) => each.line.index);

describe('the list of lines', () => {
  it('tells where the voice says a line, else where the script has it', () => {
    expect(listed.map(({ start }) => start)).toEqual([0.6, 2, 1, 1]);
    expect(listLines(lines, [], people)[1].start).toBeNull();
  });

  it('flags what is worth knowing', () => {
    expect(listed.map(({ flags }) => flags)).toEqual([
      ['does-not-fit'],
      ['off-screen'],
      ['doubtful', 'edited'],
      ['not-heard', 'left'],
    ]);
  });

  it('finds words without regard to accents, and names and numbers', () => {
    expect(shown({ text: 'erase' })).toEqual([1]);
    expect(shown({ text: 'MIRA hermano' })).toEqual([0]);
    expect(shown({ text: '3' })).toEqual([2]);
    expect(shown({ text: 'nothing of the kind' })).toEqual([]);
  });

  it('sifts by flag, by mismatch, by character, and for nobody', () => {
    expect(shown({ only: 'edited' })).toEqual([2]);
    expect(shown({ only: 'mismatch' })).toEqual([0]);
    expect(shown({ only: 'nobody' })).toEqual([2, 3]);
    expect(shown({ character: 'voice' })).toEqual([1]);
    expect(shown({})).toEqual([0, 1, 2, 3]);
  });
});
