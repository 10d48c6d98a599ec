import type { DataSource, Logger } from 'typeorm';

/** A statement as it was sent to the database. */
export interface SeenQuery {
  readonly statement: string;
  readonly values: readonly unknown[];
}

/** Notes down every statement that is sent while something is done. */
export async function seeQueries(database: DataSource, work: () => Promise<unknown>): Promise<SeenQuery[]> {
  const seen: SeenQuery[] = [];
  const before = database.logger;
  const silent = (): void => undefined;
  const logger: Logger = {
    logQuery: (statement, values = []) => void seen.push({ statement, values: values as unknown[] }),
    ...{
      logQueryError: silent,
      logQuerySlow: silent,
      logSchemaBuild: silent,
      logMigration: silent,
      log: silent,
    },
  };
  Object.assign(database, { logger });
  await work().finally(() => Object.assign(database, { logger: before }));
  return seen;
}

/** Part of how PostgreSQL carries a statement out. */
interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

/** How a statement was carried out. */
export interface Explained {
  readonly milliseconds: number;
  /** What was read, and how: `Index Scan of shots by shots_source_index_key`. */
  readonly steps: readonly string[];
  /** The tables of which every row was looked at. */
  readonly readWhole: readonly string[];
}

/** Asks PostgreSQL how it carries a statement out, by doing it. */
export async function explain(database: DataSource, { statement, values }: SeenQuery): Promise<Explained> {
  const answer = (await database.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${statement}`, [...values])) as [
    { 'QUERY PLAN': [{ Plan: PlanNode; 'Execution Time': number }] },
  ];
  const [{ Plan, 'Execution Time': milliseconds }] = answer[0]['QUERY PLAN'];
  const nodes = flatten(Plan);
  const reading = nodes.filter((node) => node['Relation Name'] ?? node['Index Name']);
  return {
    milliseconds,
    steps: reading.map((node) =>
      [
        node['Node Type'],
        node['Relation Name'] && `of ${node['Relation Name']}`,
        node['Index Name'] && `by ${node['Index Name']}`,
      ]
        .filter(Boolean)
        .join(' '),
    ),
    readWhole: nodes.flatMap((node) =>
      node['Node Type'].endsWith('Seq Scan') && node['Relation Name'] ? [node['Relation Name']] : [],
    ),
  };
}

const flatten = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(flatten)];
