import type { EntitySchemaColumnOptions } from 'typeorm';

type Column = EntitySchemaColumnOptions;

/** PostgreSQL gives 64-bit integers as text; bytes of a film stay far below 2^53. */
const asNumber = {
  to: (value: number | null) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};

/** The vocabulary in which tables are written down. */
export const column = {
  /** The row's name: a uuid of version 7, so that rows in order of ids are in order of their creation. */
  id: { type: 'uuid', primary: true },
  /** Another row, without which this one makes no sense: it goes with it. */
  of: (table: string): Column => ({ type: 'uuid', foreignKey: { target: table, onDelete: 'CASCADE' } }),
  /** Another row, if there is one: forgotten when that goes. */
  toward: (table: string): Column => ({
    type: 'uuid',
    nullable: true,
    foreignKey: { target: table, onDelete: 'SET NULL' },
  }),
  uuid: { type: 'uuid' },
  text: { type: 'text' },
  integer: { type: 'integer' },
  bytes: { type: 'bigint', transformer: asNumber },
  real: { type: 'double precision' },
  flag: { type: 'boolean', default: false },
  /** Any value that has no columns of its own. */
  json: { type: 'jsonb' },
  texts: { type: 'text', array: true },
  uuids: { type: 'uuid', array: true },
  integers: { type: 'integer', array: true },
  moment: { type: 'timestamptz' },
  /** A calendar day, as YYYY-MM-DD. */
  day: { type: 'date' },
  madeAt: { type: 'timestamptz', createDate: true },
  /** Counts the edits of a row: its ETag. */
  version: { type: 'integer', version: true },
} as const satisfies Record<string, Column | ((table: string) => Column)>;

/** A column that may be empty. */
export const maybe = (filled: Column): Column => ({ ...filled, nullable: true });
