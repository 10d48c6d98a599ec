import type { Line } from '#lib/api/lines.ts';
import type { Plan, PlannedLine } from '#lib/api/planLines.ts';
import type { Script } from '#lib/api/scripts.ts';
import { isBetweenFaces } from './doubts.ts';

/** What may be wrong with a line beside its voice and its picture, the worst first. */
export const PROBLEM_KINDS = [
  'does-not-fit',
  'not-heard',
  'overlaps',
  'words-unknown',
  'nobody-seen',
  'off-time',
  'doubtful-speaker',
] as const;

/** What may be wrong with a line beside its voice and its picture. */
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

/** A line of which a check has found that something may be wrong. */
export interface LineProblem {
  readonly kind: ProblemKind;
  readonly line: Line;
  readonly planned: PlannedLine;
  /** Whether somebody has dealt with it since, in a way that the next check will know. */
  readonly settled: boolean;
}

/** Whether a check was made of a script's lines, so that their numbers are the same. */
export const isCheckOf = (plan: Pick<Plan, 'madeAt'>, script: Pick<Script, 'madeAt'>): boolean =>
  Date.parse(plan.madeAt) >= Date.parse(script.madeAt);

/** What a check has found of the lines of a script, by what is wrong; each line is named once. */
export function problemsOf(
  lines: readonly Line[],
  planned: readonly PlannedLine[],
): ReadonlyMap<ProblemKind, readonly LineProblem[]> {
  const byIndex = new Map(planned.map((each) => [each.index, each]));
  const problems = lines.flatMap((line): LineProblem[] => {
    const found = byIndex.get(line.index);
    const kind = found && kindOf(found);
    return kind ? [{ kind, line, planned: found, settled: isSettled(line) }] : [];
  });
  const groups = Map.groupBy(problems, ({ kind }) => kind);
  return new Map(PROBLEM_KINDS.flatMap((kind) => (groups.has(kind) ? [[kind, groups.get(kind)!]] : [])));
}

/** Why no mouth that is seen says a line. */
const UNSEEN: readonly PlannedLine['leftOut'][] = ['no-face', 'performer-away', 'mouth-busy'];

function kindOf({ problem, leftOut, spoken }: PlannedLine): ProblemKind | null {
  if (leftOut === 'off-screen' || leftOut === 'left-as-asked') return null;
  if (problem === 'other-words' || problem === 'too-fast') return 'does-not-fit';
  if (problem !== null && problem !== 'off-time') return problem;
  if (UNSEEN.includes(leftOut)) return 'nobody-seen';
  if (problem !== null) return problem;
  return spoken.some(({ doubt }) => doubt !== null && isBetweenFaces(doubt)) ? 'doubtful-speaker' : null;
}

/** A line that no mouth is touched for is nobody's problem any more. */
const isSettled = ({ offScreen, settings: { leave } }: Line): boolean => offScreen || leave;
