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
    ['ɱ', ['lip-to-teeth']],
    ['k͡p', ['closed']],
    ['β', []],
    ['ɸ', []],
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

  const closuresOf = (sounds: readonly (readonly [string, number])[]): (readonly [number, number])[] =>
    cueMouths(phonesFrom(sounds)).flatMap(({ shape, span }) =>
      shape === 'closed' ? [[Number(span.start.toFixed(3)), Number(span.end.toFixed(3))] as const] : [],
    );

  it('keeps long stops closed until just before their end, and lets breath out earlier', () => {
    expect(
      closuresOf([
        ['a', 0.2],
        ['pː', 0.2],
        ['a', 0.2],
      ]),
    ).toEqual([[0.23, 0.37]]);
    expect(
      closuresOf([
        ['a', 0.2],
        ['pʰ', 0.1],
        ['a', 0.2],
      ]),
    ).toEqual([[0.215, 0.255]]);
    expect(
      closuresOf([
        ['a', 0.2],
        ['m', 0.3],
        ['a', 0.2],
      ]),
    ).toEqual([[0.23, 0.47]]);
  });

  it('has one closure over sounds that meet, also over a short pause between words', () => {
    expect(
      closuresOf([
        ['a', 0.2],
        ['m', 0.1],
        ['p', 0.1],
        ['a', 0.2],
      ]),
    ).toEqual([
      [0.215, 0.3],
      [0.3, 0.37],
    ]);
    expect(
      closuresOf([
        ['a', 0.2],
        ['p', 0.1],
        [SILENCE, 0.1],
        ['b', 0.1],
        ['a', 0.2],
      ]),
    ).toEqual([
      [0.215, 0.4],
      [0.4, 0.47],
    ]);
  });

  it('is closed before a pause is over, and stays closed when a line ends in a closure', () => {
    expect(
      closuresOf([
        [SILENCE, 1],
        ['p', 0.1],
        ['a', 0.2],
        ['p', 0.1],
        [SILENCE, 1],
      ]),
    ).toEqual([
      [0.94, 1.07],
      [1.315, 1.4],
    ]);
    expect(
      closuresOf([
        [SILENCE, 0.02],
        ['b', 0.1],
        ['a', 0.2],
        ['pʰ', 0.1],
        [SILENCE, 1],
      ]),
    ).toEqual([
      [0.015, 0.09],
      [0.335, 0.375],
    ]);
    expect(
      closuresOf([
        ['a', 0.2],
        ['p̚', 0.1],
        ['t', 0.1],
      ]),
    ).toEqual([[0.215, 0.3]]);
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
