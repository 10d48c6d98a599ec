import { column, maybe } from '../database/columns.ts';
import { table } from '../database/table.ts';
import type { UploadState } from './uploadStates.ts';

/** What a file is brought for. */
export const PURPOSES = ['source', 'donor-footage', 'stem', 'script', 'lexicon', 'evidence'] as const;

/** What a file is brought for. */
export type Purpose = (typeof PURPOSES)[number];

/** A file that somebody brings: sent in pieces, or copied from where it already lies. */
export interface UploadRow {
  readonly id: string;
  readonly organisation: string;
  readonly title: string;
  readonly purpose: Purpose;
  /** The name that the file had. */
  readonly name: string;
  /** Where it lies in storage, once it is whole. */
  readonly key: string;
  /** How long it is said to be; what arrives is never longer. */
  readonly bytes: number;
  /** How many bytes had arrived when last looked at. */
  readonly received: number;
  /** How many bytes of the whole file have been checked. */
  readonly checked: number;
  /** What whoever brings it says it is, then what it is found to be. */
  readonly sha256: string | null;
  readonly state: UploadState;
  /** Why it was refused, or what was in the way of the last check. */
  readonly problem: string | null;
  /** What was found in it. */
  readonly facts: object | null;
  /** Where it is copied from; `null` when it is sent. */
  readonly origin: string | null;
  readonly madeBy: string | null;
  /** When bytes arrived last. */
  readonly touchedAt: Date;
  /** When somebody checking it last gave a sign of life. */
  readonly checkedAt: Date | null;
  /** When something was made of it; from then on it stays. */
  readonly usedAt: Date | null;
  readonly madeAt: Date;
}

export const Uploads = table<UploadRow>(
  'uploads',
  {
    id: column.id,
    organisation: column.of('organisations'),
    title: column.of('titles'),
    purpose: column.text,
    name: column.text,
    key: column.text,
    bytes: column.bytes,
    received: column.bytes,
    checked: column.bytes,
    sha256: maybe(column.text),
    state: column.text,
    problem: maybe(column.text),
    facts: maybe(column.json),
    origin: maybe(column.text),
    madeBy: column.toward('people'),
    touchedAt: column.moment,
    checkedAt: maybe(column.moment),
    usedAt: maybe(column.moment),
    madeAt: column.madeAt,
  },
  {
    index: [
      ['organisation', 'id'],
      ['title', 'id'],
      ['state', 'touchedAt'],
    ],
  },
);
