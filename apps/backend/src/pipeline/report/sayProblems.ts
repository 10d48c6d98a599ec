import { basename } from 'node:path';
import type { LineProblem } from '../lines/lineCodes.ts';
import type { Report } from './reportSchema.ts';

type JudgedLine = Pick<Report['lines'][number], 'index' | 'problem'>;

/** What is said of lines with some problems: of one, of several, and of all alike. */
interface Saying {
  readonly problems: readonly LineProblem[];
  readonly verbs: readonly [one: string, several: string];
  readonly what: string;
}

/** A line without known words is what somebody asked for: it is no problem to be told at the end. */
const SAYINGS: readonly Saying[] = [
  {
    problems: ['not-heard', 'other-words', 'too-fast', 'overlaps'],
    verbs: ['does not fit', 'do not fit'],
    what: 'the voice',
  },
  {
    problems: ['off-time'],
    verbs: ['is', 'are'],
    what: 'heard more than half a second off the times of the script',
  },
];

/** So many lines are named at most; the report names all. */
const NAMED = 12;

/** Says which lines do not fit their voice, by their numbers from 1, a sentence a kind; `report` is where they are told. */
export const sayProblems = (lines: readonly JudgedLine[], report: string | null): string[] =>
  SAYINGS.flatMap(({ problems, verbs: [one, several], what }) => {
    const found = lines.filter(({ problem }) => problem && problems.includes(problem));
    if (found.length === 0) return [];
    const subject = found.length === 1 ? `1 line ${one}` : `${found.length} lines ${several}`;
    const numbers = found.slice(0, NAMED).map(({ index }) => index + 1);
    const more = found.length > NAMED ? ' and more' : '';
    const see = report === null ? '' : `; see ${basename(report)}`;
    return [`${subject} ${what}: ${numbers.join(', ')}${more}${see}.`];
  });
