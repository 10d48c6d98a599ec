import { column, maybe } from '../database/columns.ts';
import { table } from '../database/table.ts';
import type { TakeState } from './takeStates.ts';

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
  readonly result: object;
  readonly settings: object;
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
  readonly drawing: object | null;
  readonly author: string | null;
  readonly resolvedAt: Date | null;
  readonly madeAt: Date;
  readonly version: number;
}

/** What a reviewer decided of a take. */
export interface VerdictRow {
  readonly id: string;
  readonly organisation: string;
  readonly take: string;
  readonly verdict: 'approved' | 'sent-back';
  readonly reason: string | null;
  /** How the next take shall differ. */
  readonly settings: object;
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
    madeAt: column.madeAt,
    version: column.version,
  },
  { unique: [['dub', 'shot', 'number']], index: [['dub', 'id']] },
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
    settings: column.json,
    author: column.toward('people'),
    madeAt: column.madeAt,
  },
  { index: [['take', 'id']] },
);
