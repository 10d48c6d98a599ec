import { column, maybe } from '../database/columns.ts';
import { table } from '../database/table.ts';
import type { LineSettings } from '../pipeline/lineSettings.ts';
import type { OutcomeOf } from '../pipeline/outcomes.ts';

/** How far a draft is. */
export const DRAFT_STATES = ['making', 'ready', 'failed', 'cancelled'] as const;

/** How far a draft is. */
export type DraftState = (typeof DRAFT_STATES)[number];

/** One line of a dub as it would look with some settings: small, for whoever edits it, and gone after some days. */
export interface DraftRow {
  readonly id: string;
  readonly organisation: string;
  readonly dub: string;
  /** What it is drafted from. */
  readonly plan: string;
  readonly run: string;
  /** The number of the line in the script, from 0. */
  readonly line: number;
  readonly settings: LineSettings;
  readonly state: DraftState;
  /** What was made, `null` until then. */
  readonly result: OutcomeOf['draftLine'] | null;
  readonly askedBy: string | null;
  readonly madeAt: Date;
}

export const Drafts = table<DraftRow>(
  'drafts',
  {
    id: column.id,
    organisation: column.of('organisations'),
    dub: column.of('dubs'),
    plan: column.of('plans'),
    run: column.of('runs'),
    line: column.integer,
    settings: column.json,
    state: column.text,
    result: maybe(column.json),
    askedBy: column.toward('people'),
    madeAt: column.madeAt,
  },
  { unique: [['run']], index: [['dub', 'state'], ['plan']] },
);
