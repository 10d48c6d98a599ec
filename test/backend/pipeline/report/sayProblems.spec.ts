import { describe, expect, it } from 'vitest';
import type { LineProblem } from '../../../../apps/backend/src/pipeline/lines/lineCodes.ts';
import { sayProblems } from '../../../../apps/backend/src/pipeline/report/sayProblems.ts';

const lines = (...problems: readonly (LineProblem | null)[]) =>
  problems.map((problem, index) => ({ index, problem }));

describe('the closing words of a dub', () => {
  it('name the lines that do not fit the voice, and the report', () => {
    const told = lines('not-heard', null, 'other-words', null, 'too-fast', 'overlaps');
    expect(sayProblems(told, '/out/film.json')).toEqual([
      '4 lines do not fit the voice: 1, 3, 5, 6; see film.json.',
    ]);
    expect(sayProblems(lines(null, 'other-words'), null)).toEqual(['1 line does not fit the voice: 2.']);
  });

  it('tell of lines off their times apart, and nothing of those whose words nobody has given', () => {
    expect(sayProblems(lines('off-time', 'words-unknown', 'off-time'), null)).toEqual([
      '2 lines are heard more than half a second off the times of the script: 1, 3.',
    ]);
    expect(sayProblems(lines(null, 'words-unknown'), 'film.json')).toEqual([]);
  });

  it('name no more lines than anybody reads', () => {
    const [sentence] = sayProblems(lines(...Array.from({ length: 40 }, () => 'not-heard' as const)), null);
    expect(sentence).toBe('40 lines do not fit the voice: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and more.');
  });
});
