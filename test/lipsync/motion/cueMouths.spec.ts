import { SILENCE } from '@mondwerk/film';
import { cueMouths } from '@mondwerk/lipsync';
import { describe, expect, it } from 'vitest';
import { phonesFrom } from './phonesFrom.ts';

const shapesOf = (ipa: string): string[] => cueMouths(phonesFrom([[ipa, 0.1]])).map(({ shape }) => shape);

describe('cueMouths', () => {
  it.each([
    ['p', ['closed']],
    ['m', ['closed']],
    ['bʰ', ['closed']],
    ['f', ['lip-to-teeth']],
    ['ʋ', ['lip-to-teeth']],
    ['pf', ['closed', 'lip-to-teeth']],
    ['w', ['rounded']],
    ['tʃ', ['rounded']],
    ['aʊ', ['rounded']],
    ['a', []],
    ['t', []],
  ])('asks %s for %j', (ipa, shapes) => {
    expect(shapesOf(ipa)).toEqual(shapes);
  });

  it('closes p before its burst, not during it', () => {
    const [cue] = cueMouths(
      phonesFrom([
        ['a', 0.2],
        ['p', 0.1],
      ]),
    );
    expect(cue.span.start).toBeGreaterThanOrEqual(0.2);
    expect(cue.span.end).toBeLessThan(0.275);
  });

  it('rests in long silence, also one cut in two, and not in short silence', () => {
    const cues = cueMouths(
      phonesFrom([
        ['a', 0.2],
        [SILENCE, 0.1],
        ['a', 0.2],
        [SILENCE, 0.1],
        [SILENCE, 0.1],
        ['t', 0.1],
      ]),
    );
    expect(cues).toHaveLength(1);
    expect(cues[0]).toMatchObject({ shape: 'rest', ipa: SILENCE });
    expect(cues[0].span.start).toBeCloseTo(0.5);
    expect(cues[0].span.end).toBeCloseTo(0.7);
  });
});
