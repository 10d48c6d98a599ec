import { column, maybe } from '../database/columns.ts';
import { table } from '../database/table.ts';

/** How a word or a phrase of a title is said. Several of one word are variants. */
export interface PronunciationRow {
  readonly id: string;
  readonly organisation: string;
  readonly title: string;
  /** As scripts have it. */
  readonly word: string;
  /** `/ipa/`, a respelling, or `de:` for the way that another language reads it. */
  readonly said: string;
  /** A BCP 47 tag: in dubs of this language only; `null`: in all. */
  readonly language: string | null;
  readonly note: string | null;
  readonly madeAt: Date;
  readonly version: number;
}

export const Pronunciations = table<PronunciationRow>(
  'pronunciations',
  {
    id: column.id,
    organisation: column.of('organisations'),
    title: column.of('titles'),
    word: column.text,
    said: column.text,
    language: maybe(column.text),
    note: maybe(column.text),
    madeAt: column.madeAt,
    version: column.version,
  },
  { index: [['title', 'id']] },
);
