import { randomUUID } from 'node:crypto';
import type { DataSource, EntitySchemaColumnOptions } from 'typeorm';
import { tables } from '../../../apps/backend/src/schema/tables.ts';

/** The id of a row of an organisation in each table. */
export type SomeOfEach = Readonly<Record<string, string>>;

type Columns = Readonly<Record<string, EntitySchemaColumnOptions>>;

/** What columns hold that cannot hold just anything. */
const SANE: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  people: { role: 'client' },
  uploads: { state: 'ready', purpose: 'source' },
  sources: { state: 'ready' },
  stems: { kind: 'dialogue' },
  plans: { state: 'ready' },
  runs: { act: 'plan', state: 'done' },
  jobs: { stage: 'planLines', state: 'done' },
  takes: { state: 'to-review' },
  drafts: { state: 'making' },
  verdicts: { verdict: 'approved' },
  deliveries: { state: 'ready' },
  webhooks: { url: 'http://127.0.0.1:9/' },
  webhook_deliveries: { state: 'waiting' },
};

const HASH = '0'.repeat(64);

/** Puts a row of an organisation into every table that organisations have rows in, each pointing at the others. */
export async function someOfEach(database: DataSource, organisation: string): Promise<SomeOfEach> {
  const ids: Record<string, string> = { organisations: organisation };
  const own = tables.filter(({ options }) => 'organisation' in options.columns);
  await database.transaction(async (tx) => {
    for (const { options } of inOrder(own)) {
      const id = randomUUID();
      const row = Object.entries(options.columns as Columns).flatMap(([name, column]) => {
        const value = SANE[options.name]?.[name] ?? (name === 'sha256' ? HASH : valueOf(column, ids));
        return value === undefined ? [] : [[name, value] as const];
      });
      await tx.insert(options.name, { ...Object.fromEntries(row), id });
      ids[options.name] = id;
    }
  });
  return ids;
}

interface Named {
  readonly options: { readonly name: string; readonly columns: unknown };
}

const targetsOf = ({ options }: Named): string[] =>
  Object.values(options.columns as Columns).flatMap(({ foreignKey, nullable }) =>
    foreignKey && !nullable ? [String(foreignKey.target)] : [],
  );

/** Those that are pointed at come before those that point. */
function inOrder(wanted: readonly Named[]): Named[] {
  const names = new Set(wanted.map(({ options }) => options.name));
  const ordered: Named[] = [];
  const place = (table: Named): void => {
    if (!names.delete(table.options.name)) return;
    for (const target of targetsOf(table)) {
      const found = wanted.find(({ options }) => options.name === target);
      if (found) place(found);
    }
    ordered.push(table);
  };
  wanted.forEach(place);
  return ordered;
}

const VALUES: Readonly<Record<string, () => unknown>> = {
  uuid: randomUUID,
  text: () => `x-${randomUUID()}`,
  integer: () => 1,
  bigint: () => 1,
  boolean: () => false,
  'double precision': () => 1,
  jsonb: () => ({}),
  timestamptz: () => new Date(),
  date: () => '2026-01-01',
};

function valueOf(column: EntitySchemaColumnOptions, ids: SomeOfEach): unknown {
  if (column.createDate || column.version || column.default !== undefined) return undefined;
  if (column.foreignKey) return ids[String(column.foreignKey.target)];
  if (column.nullable) return null;
  return column.array ? [] : VALUES[String(column.type)]();
}
