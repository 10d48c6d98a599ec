import { describe, expect, it } from 'vitest';
import { acceptable, matchesOf } from '../../../apps/dashboard/components/dub/matches.ts';
import {
  castSuggestions,
  isLikely,
  stemSuggestions,
} from '../../../apps/dashboard/components/dub/suggestions.ts';
import type { Character } from '../../../apps/dashboard/lib/api/cast.ts';
import type { Stem } from '../../../apps/dashboard/lib/api/stems.ts';
import { line, planned, spoken } from './someLines.ts';

const character = (id: string, changes: Partial<Character> = {}): Character =>
  ({ id, name: id, performer: null, offScreen: false, ...changes }) as Character;

const stem = (id: string, changes: Partial<Stem> = {}): Stem =>
  ({ id, name: `${id}.wav`, kind: 'dialogue', character: null, ...changes }) as Stem;

describe('who seems to be who', () => {
  const lines = [0, 1, 2, 3].map((index) => line({ index, character: index < 3 ? 'mira' : 'anton' }));
  const found = [
    planned({ index: 0, spoken: [spoken({ performer: 'p1' })] }),
    planned({
      index: 1,
      spoken: [spoken({ performer: 'p1', end: 5 }), spoken({ performer: 'p2', end: 50 })],
    }),
    planned({ index: 2, spoken: [spoken({ performer: 'p1' }), spoken({ performer: null, end: 90 })] }),
    planned({ index: 3, spoken: [spoken({ performer: null })] }),
  ];

  it('suggests whose mouth says most of a character’s lines, and how sure that is', () => {
    const suggested = castSuggestions(lines, found);
    expect([...suggested]).toEqual([['mira', { performer: 'p1', lines: 2, of: 3 }]]);
    expect(isLikely(suggested.get('mira')!)).toBe(true);
    expect(isLikely({ performer: 'p1', lines: 1, of: 2 })).toBe(false);
  });

  it('suggests stems by their names, but none for who has one', () => {
    const stems = [stem('MIRA_es'), stem('anton_es'), stem('a', { character: 'anton' })];
    const people = [character('mira'), character('anton')];
    expect([...stemSuggestions(stems, people)]).toEqual([['MIRA_es', 'mira']]);
  });

  it('lists characters with the most lines first, and suggests nothing for who is cast or never seen', () => {
    const people = [
      character('anton', { offScreen: true }),
      character('mira'),
      character('extra', { performer: 'p9' }),
    ];
    const matches = matchesOf(people, lines, found, [stem('mira')]);
    expect(matches.map((each) => [each.character.id, each.lines])).toEqual([
      ['mira', 3],
      ['anton', 1],
      ['extra', 0],
    ]);
    const { cast, stems } = acceptable(matches);
    expect(cast.map((each) => [each.character.id, each.performer])).toEqual([['mira', 'p1']]);
    expect(stems.map((each) => [each.character.id, each.stem.id])).toEqual([['mira', 'mira']]);
  });
});
