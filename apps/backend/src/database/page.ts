import type { EntityManager, EntitySchema, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import { Refusal } from '@mondwerk/film';
import { isId } from './ids.ts';

/** One page of a list. */
export interface Page<Row> {
  readonly items: Row[];
  /** Asks for the following page; `null` on the last. */
  readonly next: string | null;
}

/** Which page. */
export interface PageRequest {
  readonly after?: string | undefined;
  readonly limit: number;
}

interface Listed<Row> {
  readonly where: FindOptionsWhere<Row>;
  /** What the list is in order of: unique among what `where` lets through. An id when nothing is said. */
  readonly by?: keyof Row & string;
  readonly newestFirst?: boolean;
  /** What is read of each row; all of it when nothing is said. */
  readonly columns?: readonly (keyof Row & string)[];
}

/** Reads one page; however far down, it costs the same. @throws Refusal `request-invalid` for a cursor that is none. */
export async function readPage<Row extends ObjectLiteral>(
  tx: EntityManager,
  table: EntitySchema<Row>,
  { after, limit }: PageRequest,
  { where, by = 'id', newestFirst = false, columns }: Listed<Row>,
): Promise<Page<Row>> {
  const query = tx
    .createQueryBuilder(table, 'row')
    .where(where)
    .orderBy(`row.${by}`, newestFirst ? 'DESC' : 'ASC')
    .limit(limit + 1);
  if (columns !== undefined) query.select(columns.map((name) => `row.${name}`));
  if (after !== undefined) {
    query.andWhere(`row.${by} ${newestFirst ? '<' : '>'} :after`, { after: placeOf(after) });
  }
  const rows = await query.getMany();
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? cursorOf(last[by]) : null };
}

const cursorOf = (place: string | number): string => Buffer.from(JSON.stringify(place)).toString('base64url');

function placeOf(cursor: string): string | number {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (typeof place === 'number' || (typeof place === 'string' && isId(place))) return place;
  } catch {
    // Not a cursor: told below.
  }
  throw new Refusal('request-invalid', '`after` is not the `next` of an earlier page: start without it.');
}
