import { describe, expect, it } from 'vitest';
import { doubtOf, isBetweenFaces } from '../../../apps/dashboard/components/dub/doubts.ts';
import { isCheckOf, problemsOf } from '../../../apps/dashboard/components/dub/lineProblems.ts';
import { line, planned, spoken } from './someLines.ts';

const doubtful = 'of 3 faces, the one whose mouth moved most was taken';

describe('what a check finds to be wrong', () => {
  it('names each line once, under the worst that is wrong with it', () => {
    const lines = Array.from({ length: 11 }, (_, index) => index).map((index) => line({ index }));
    const groups = problemsOf(lines, [
      planned({ index: 0, fits: false, problem: 'not-heard', leftOut: 'not-heard' }),
      planned({ index: 1, fits: false, problem: 'other-words', spoken: [spoken({ doubt: doubtful })] }),
      planned({ index: 2, leftOut: 'no-face' }),
      planned({ index: 3, spoken: [spoken({ doubt: doubtful })] }),
      planned({ index: 4, leftOut: 'off-screen', fits: false, problem: 'other-words' }),
      planned({ index: 5 }),
      planned({ index: 6, problem: 'too-fast' }),
      planned({ index: 7, problem: 'overlaps', leftOut: 'mouth-busy' }),
      planned({ index: 8, problem: 'off-time', lateBy: -0.7, leftOut: 'mouth-busy' }),
      planned({ index: 9, problem: 'off-time', lateBy: 0.9 }),
      planned({ index: 10, problem: 'words-unknown' }),
    ]);
    expect([...groups].map(([kind, problems]) => [kind, problems.map((each) => each.line.index)])).toEqual([
      ['does-not-fit', [1, 6]],
      ['not-heard', [0]],
      ['overlaps', [7]],
      ['words-unknown', [10]],
      ['nobody-seen', [2, 8]],
      ['off-time', [9]],
      ['doubtful-speaker', [3]],
    ]);
  });

  it('takes a line that no mouth is touched for as settled', () => {
    const lines = [
      line({ index: 0, offScreen: true }),
      line({ index: 1, settings: { offset: 0, strength: 1, leave: true, cues: [] } }),
      line({ index: 2 }),
    ];
    const [problems] = problemsOf(
      lines,
      lines.map(({ index }) => planned({ index, leftOut: 'no-face' })),
    ).values();
    expect(problems.map(({ settled }) => settled)).toEqual([true, true, false]);
  });

  it('does not doubt who says a line because its performer is seen in no other shot', () => {
    const away = spoken({ performer: null, doubt: 'no face is on the screen meanwhile' });
    expect(problemsOf([line({})], [planned({ spoken: [spoken({}), away] })]).size).toBe(0);
  });

  it('belongs to a script only when it was made after it', () => {
    const script = { madeAt: '2026-01-02T00:00:00.000Z' };
    expect(isCheckOf({ madeAt: '2026-01-02T00:00:01.000Z' }, script)).toBe(true);
    expect(isCheckOf({ madeAt: '2026-01-01T00:00:00.000Z' }, script)).toBe(false);
  });

  it('understands why a plan doubts', () => {
    expect(doubtOf(doubtful)).toEqual({ reason: 'moved-most', faces: 3 });
    expect(doubtOf('2 faces move their mouths alike: the largest was taken')).toEqual({
      reason: 'alike',
      faces: 2,
    });
    expect(isBetweenFaces('the likelier face says another line meanwhile: a free one was taken')).toBe(true);
    expect(isBetweenFaces('the one face on the screen says another line meanwhile')).toBe(false);
    expect(isBetweenFaces('the performer of this line is not on the screen meanwhile')).toBe(false);
    expect(isBetweenFaces('something new')).toBe(true);
  });
});
