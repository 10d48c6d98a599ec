import { column } from '../database/columns.ts';
import { table } from '../database/table.ts';

/** What a conformed film can be written as. */
export const PROFILES = ['h264', 'prores'] as const;

/** A package made from approved takes. */
export interface DeliveryRow {
  readonly id: string;
  readonly organisation: string;
  readonly title: string;
  readonly dub: string;
  /** Counts the deliveries of the title, from 1. */
  readonly number: number;
  readonly profile: (typeof PROFILES)[number];
  readonly state: 'making' | 'ready' | 'failed';
  readonly run: string;
  /** Names, keys, bytes and SHA-256 sums of what is in it. */
  readonly files: readonly object[];
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
    run: column.uuid,
    files: column.json,
    madeAt: column.madeAt,
    version: column.version,
  },
  { unique: [['title', 'number']], index: [['dub', 'id']] },
);
