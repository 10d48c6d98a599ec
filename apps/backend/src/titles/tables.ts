import { column, maybe } from '../database/columns.ts';
import { table } from '../database/table.ts';
import type { DeliveredReplacement } from '../pipeline/orders.ts';
import type { OutcomeOf } from '../pipeline/outcomes.ts';

/** A film or an episode. */
export interface TitleRow {
  readonly id: string;
  readonly organisation: string;
  readonly name: string;
  /** The language that is spoken in it, a BCP 47 tag. */
  readonly language: string | null;
  /** Whether it is made to earn money: then networks whose licences forbid that are not used for it. */
  readonly commercial: boolean;
  readonly archivedAt: Date | null;
  readonly madeAt: Date;
  readonly version: number;
}

/** How far the analysis of a source is. */
export type SourceState = 'waiting' | 'analysing' | 'ready' | 'failed';

/** The delivery that became a source, and whose heads in it have whose face: it stays when the delivery goes. */
export interface MadeFrom {
  readonly delivery: string;
  /** Its number in the title. */
  readonly number: number;
  readonly replaced: readonly ReplacedInSource[];
}

/** A performer whose head has another one's face in a source, by the ids of both. */
export interface ReplacedInSource {
  readonly replaced: string;
  readonly shown: string;
  readonly told: DeliveredReplacement;
}

/** The picture and original sound of a title. */
export interface SourceRow {
  readonly id: string;
  readonly organisation: string;
  readonly title: string;
  readonly name: string;
  /** Where it lies in storage. */
  readonly key: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly state: SourceState;
  /** Why it cannot be used. */
  readonly problem: string | null;
  /** What the probe found, `null` until then. */
  readonly facts: OutcomeOf['probe'] | null;
  /** Where proxy, thumbnails, peaks and frame index lie, `null` until they are made. */
  readonly proxy: OutcomeOf['makeProxy'] | null;
  /** What it was made from, where a delivery became it; `null` where it was brought. */
  readonly madeFrom: MadeFrom | null;
  readonly madeAt: Date;
  readonly version: number;
}

/** The frames between two cuts. */
export interface ShotRow {
  readonly id: string;
  readonly organisation: string;
  readonly source: string;
  /** Its number in the film, from 0. */
  readonly index: number;
  /** The first frame, and the first one after it. */
  readonly start: number;
  readonly end: number;
}

export const Titles = table<TitleRow>(
  'titles',
  {
    id: column.id,
    organisation: column.of('organisations'),
    name: column.text,
    language: maybe(column.text),
    commercial: { type: 'boolean', default: true },
    archivedAt: maybe(column.moment),
    madeAt: column.madeAt,
    version: column.version,
  },
  { index: [['organisation', 'id']] },
);

export const Sources = table<SourceRow>(
  'sources',
  {
    id: column.id,
    organisation: column.of('organisations'),
    title: column.of('titles'),
    name: column.text,
    key: column.text,
    sha256: column.text,
    bytes: column.bytes,
    state: column.text,
    problem: maybe(column.text),
    facts: maybe(column.json),
    proxy: maybe(column.json),
    madeFrom: maybe(column.json),
    madeAt: column.madeAt,
    version: column.version,
  },
  { index: [['title', 'id']] },
);

export const Shots = table<ShotRow>(
  'shots',
  {
    id: column.id,
    organisation: column.of('organisations'),
    source: column.of('sources'),
    index: column.integer,
    start: column.integer,
    end: column.integer,
  },
  { unique: [['source', 'index']] },
);
