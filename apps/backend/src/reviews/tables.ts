import { column, maybe } from '../database/columns.ts';
import { table } from '../database/table.ts';
import type { TakeSettings } from '../pipeline/orders.ts';
import type { OutcomeOf, StoredFile } from '../pipeline/outcomes.ts';
import type { Drawing } from './drawing.ts';
import type { TakeState } from './takeStates.ts';

/** Lips that were seen not to reach the shape that a sound asks for. */
export type LipFlag = Omit<OutcomeOf['inspect']['lips']['flags'][number], 'shot'>;

/** Something about a replaced face that a reviewer should look at. */
export type FaceFlag = Omit<OutcomeOf['inspectFaces']['flags'][number], 'shot'>;

/** One rendered version of one shot of one dub; its pictures never change. */
export interface TakeRow {
  readonly id: string;
  readonly organisation: string;
  readonly dub: string;
  readonly shot: string;
  /** Counts the takes of the shot in this dub, from 1. */
  readonly number: number;
  readonly state: TakeState;
  readonly run: string;
  /** What was rendered, in storage, with what is known of it. */
  readonly result: OutcomeOf['renderMouths'];
  readonly settings: TakeSettings;
  /** Whose mouths were rendered. */
  readonly performers: readonly string[];
  /** Lips that a reviewer should look at, `null` until it has been inspected. */
  readonly flags: readonly LipFlag[] | null;
  /** What a reviewer should look at in replaced faces; `null` until it has been inspected, and for a dub. */
  readonly faceFlags: readonly FaceFlag[] | null;
  /** What is known of it and of others that were rendered with it, in storage. */
  readonly report: StoredFile | null;
  readonly madeAt: Date;
  readonly version: number;
}

/** A reviewer's remark on frames. */
export interface NoteRow {
  readonly id: string;
  readonly organisation: string;
  readonly dub: string;
  /** `null` when it is about the dub and not one take. */
  readonly take: string | null;
  /** Frames of the film. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Strokes over the picture, in shares of its width and height. */
  readonly drawing: Drawing | null;
  readonly author: string | null;
  readonly resolvedAt: Date | null;
  readonly madeAt: Date;
  readonly version: number;
}

/** What can be decided of a take. */
export const VERDICTS = ['approved', 'sent-back'] as const;

/** What can be decided of a take. */
export type Verdict = (typeof VERDICTS)[number];

/** What a reviewer decided of a take. */
export interface VerdictRow {
  readonly id: string;
  readonly organisation: string;
  readonly take: string;
  readonly verdict: Verdict;
  readonly reason: string | null;
  /** How the next take shall be made, where one was sent back. */
  readonly settings: TakeSettings | null;
  /** The run that renders the next take, when that was asked for at once. */
  readonly run: string | null;
  readonly author: string | null;
  readonly madeAt: Date;
}

export const Takes = table<TakeRow>(
  'takes',
  {
    id: column.id,
    organisation: column.of('organisations'),
    dub: column.of('dubs'),
    shot: column.of('shots'),
    number: column.integer,
    state: column.text,
    run: column.uuid,
    result: column.json,
    settings: column.json,
    performers: column.uuids,
    flags: maybe(column.json),
    faceFlags: maybe(column.json),
    report: maybe(column.json),
    madeAt: column.madeAt,
    version: column.version,
  },
  {
    unique: [
      ['dub', 'shot', 'number'],
      ['run', 'shot'],
    ],
    index: [['dub', 'id'], ['shot']],
  },
);

export const Notes = table<NoteRow>(
  'notes',
  {
    id: column.id,
    organisation: column.of('organisations'),
    dub: column.of('dubs'),
    take: maybe(column.of('takes')),
    start: column.integer,
    end: column.integer,
    text: column.text,
    drawing: maybe(column.json),
    author: column.toward('people'),
    resolvedAt: maybe(column.moment),
    madeAt: column.madeAt,
    version: column.version,
  },
  {
    index: [
      ['dub', 'id'],
      ['take', 'id'],
    ],
  },
);

export const Verdicts = table<VerdictRow>(
  'verdicts',
  {
    id: column.id,
    organisation: column.of('organisations'),
    take: column.of('takes'),
    verdict: column.text,
    reason: maybe(column.text),
    settings: maybe(column.json),
    run: maybe(column.uuid),
    author: column.toward('people'),
    madeAt: column.madeAt,
  },
  { index: [['take', 'id']] },
);
