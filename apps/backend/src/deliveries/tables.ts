import { column, maybe } from '../database/columns.ts';
import { table } from '../database/table.ts';

/** What a conformed film can be written as. */
export const PROFILES = ['h264', 'prores'] as const;

/** Where a delivery is. */
export const DELIVERY_STATES = ['making', 'ready', 'failed', 'cancelled'] as const;

/** Where a delivery is. */
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** One file of a delivery. */
export interface DeliveredFile {
  readonly name: string;
  /** Where it lies in storage. */
  readonly key: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A package made from approved takes. */
export interface DeliveryRow {
  readonly id: string;
  readonly organisation: string;
  readonly title: string;
  readonly dub: string;
  /** Counts the deliveries of the title, from 1. */
  readonly number: number;
  readonly profile: (typeof PROFILES)[number];
  readonly state: DeliveryState;
  /** What makes it; `null` only until that has been started. */
  readonly run: string | null;
  /** Why it could not be made. */
  readonly problem: string | null;
  /** The approved takes that it is made from. */
  readonly takes: readonly string[];
  /** The numbers of the shots that were planned but are delivered with the original picture. */
  readonly originalShots: readonly number[];
  /** Where it will be shown, as ISO 3166 codes; `null` when nobody said. */
  readonly territories: readonly string[] | null;
  readonly files: readonly DeliveredFile[];
  readonly madeAt: Date;
  readonly version: number;
}

export const Deliveries = table<DeliveryRow>(
  'deliveries',
  {
    id: column.id,
    organisation: column.of('organisations'),
    title: column.of('titles'),
    dub: column.of('dubs'),
    number: column.integer,
    profile: column.text,
    state: column.text,
    run: maybe(column.uuid),
    problem: maybe(column.text),
    takes: column.uuids,
    originalShots: column.integers,
    territories: maybe(column.texts),
    files: column.json,
    madeAt: column.madeAt,
    version: column.version,
  },
  { unique: [['title', 'number']], index: [['dub', 'id']] },
);
