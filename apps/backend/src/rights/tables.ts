import { column, maybe } from '../database/columns.ts';
import { table } from '../database/table.ts';
import type { BASIS_KINDS, EXTENTS } from './scope.ts';

/** A performer's agreement, with what it covers. It is never edited: it is revoked, and another one recorded. */
export interface RightsBasisRow {
  readonly id: string;
  readonly organisation: string;
  readonly title: string;
  readonly performer: string;
  readonly kind: (typeof BASIS_KINDS)[number];
  readonly extent: (typeof EXTENTS)[number];
  /** BCP 47 tags; `null` for all languages. */
  readonly languages: readonly string[] | null;
  /** ISO 3166 codes; `null` for everywhere. */
  readonly territories: readonly string[] | null;
  /** The first and the last day on which it holds, `null` without an end. */
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly signer: string;
  readonly signedOn: string;
  /** The signed paper in storage. */
  readonly evidence: string | null;
  readonly evidenceSha256: string | null;
  readonly recordedBy: string | null;
  readonly revokedAt: Date | null;
  readonly revokedBecause: string | null;
  readonly madeAt: Date;
  readonly version: number;
}

export const RightsBases = table<RightsBasisRow>(
  'rights_bases',
  {
    id: column.id,
    organisation: column.of('organisations'),
    title: column.of('titles'),
    performer: column.of('performers'),
    kind: column.text,
    extent: column.text,
    languages: maybe(column.texts),
    territories: maybe(column.texts),
    validFrom: column.day,
    validTo: maybe(column.day),
    signer: column.text,
    signedOn: column.day,
    evidence: maybe(column.text),
    evidenceSha256: maybe(column.text),
    recordedBy: column.toward('people'),
    revokedAt: maybe(column.moment),
    revokedBecause: maybe(column.text),
    madeAt: column.madeAt,
    version: column.version,
  },
  {
    index: [
      ['performer', 'id'],
      ['title', 'id'],
    ],
  },
);
