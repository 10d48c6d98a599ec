import type { EntityManager, ObjectLiteral } from 'typeorm';

/** Where statements go: a transaction, or the database itself. */
export type Sql = Pick<EntityManager, 'query'>;

/** What a statement returns, also one that changes rows. */
export async function rows<Row extends ObjectLiteral>(
  sql: Sql,
  statement: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const answer: unknown = await sql.query(statement, [...values]);
  // TypeORM answers an UPDATE or DELETE with its rows and their number.
  const changed = Array.isArray(answer) && answer.length === 2 && typeof answer[1] === 'number';
  return (changed ? answer[0] : answer) as Row[];
}
