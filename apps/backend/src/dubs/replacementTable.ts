import { column, maybe } from '../database/columns.ts';
import { table } from '../database/table.ts';

/** A file of donor footage, and who in it is the shown performer. */
export interface DonorFootage {
  /** The upload that brought it. */
  readonly upload: string;
  /** As the newest plan tells those in it apart; `null` where that is plain to see. */
  readonly person: string | null;
}

/** How the face is made. */
export interface ReplacementSettings {
  /** How much of it is the shown performer's, 1 wholly. */
  readonly strength: number;
  /** The names of networks that studios brought, on their workers: one makes the face, one restores it. */
  readonly generator: string | null;
  readonly restorer: string | null;
}

/** Whose head in a film gets whose face: what a row of `dubs` of that kind is about, under the same id. */
export interface ReplacementRow {
  readonly id: string;
  readonly organisation: string;
  readonly title: string;
  readonly dub: string;
  /** The performer whose head is in the film. */
  readonly replaced: string;
  /** The performer whose face is put on it. */
  readonly shown: string;
  readonly donors: readonly DonorFootage[];
  /** The numbers of the shots in which that is done; `null` for all. */
  readonly shots: readonly number[] | null;
  readonly settings: ReplacementSettings;
  readonly madeAt: Date;
  readonly version: number;
}

/** The replacements of titles. */
export const Replacements = table<ReplacementRow>(
  'replacements',
  {
    id: column.id,
    organisation: column.of('organisations'),
    title: column.of('titles'),
    dub: column.of('dubs'),
    replaced: column.of('performers'),
    shown: column.of('performers'),
    donors: column.json,
    shots: maybe(column.integers),
    settings: column.json,
    madeAt: column.madeAt,
    version: column.version,
  },
  { unique: [['dub']], index: [['title', 'id'], ['replaced'], ['shown']] },
);
