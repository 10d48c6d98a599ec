import { column, maybe } from '../database/columns.ts';
import { table } from '../database/table.ts';
import type { LeftOut, LineProblem, MismatchReason } from '../pipeline/lines/lineCodes.ts';
import type { OutcomeOf } from '../pipeline/outcomes.ts';

/** What a plan says of one line. */
export interface PlannedLineRow {
  readonly id: string;
  readonly organisation: string;
  readonly plan: string;
  /** Its number in the script, from 0. */
  readonly index: number;
  /** Seconds on the film's clock, where the voice says it. */
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
  /** Whether the voice carries these words. */
  readonly fits: boolean;
  /** What does not fit between the line and its voice; `null` where it fits. */
  readonly problem: LineProblem | null;
  /** Seconds by which it is heard later than its script says, negative: earlier; `null` where that is not known. */
  readonly lateBy: number | null;
  /** Where it is heard, shot by shot, and whose mouth says it there. */
  readonly spoken: OutcomeOf['planLines']['lines'][number]['spoken'];
  /** Frames that get a new mouth for it. */
  readonly frames: number;
  /** How visibly the old mouth says something else, 0..1; `null` where no mouth can be compared. */
  readonly mismatch: number | null;
  readonly mismatchReason: MismatchReason | null;
  /** Why it gets no new mouth at all; `null` when it does. */
  readonly leftOut: LeftOut | null;
  /** The bytes of the plan's file of mouths that tell of this line. */
  readonly mouthsFrom: number;
  readonly mouthsTo: number;
}

/** What plans say of the lines of scripts. */
export const PlannedLines = table<PlannedLineRow>(
  'planned_lines',
  {
    id: column.id,
    organisation: column.of('organisations'),
    plan: column.of('plans'),
    index: column.integer,
    start: column.real,
    end: column.real,
    confidence: column.real,
    fits: column.flag,
    problem: maybe(column.text),
    lateBy: maybe(column.real),
    spoken: column.json,
    frames: column.integer,
    mismatch: maybe(column.real),
    mismatchReason: maybe(column.text),
    leftOut: maybe(column.text),
    mouthsFrom: column.bytes,
    mouthsTo: column.bytes,
  },
  { unique: [['plan', 'index']] },
);
