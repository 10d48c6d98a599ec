import type { EntityManager } from 'typeorm';
import { Refusal } from '@mondwerk/film';
import { notFound } from '../database/edit.ts';
import type { Actor } from '../access/actor.ts';
import type { Reference } from './references.ts';
import { isId } from '../database/ids.ts';

/** Which table a name in a path is an id of. */
export const ROW_PARAMS: Readonly<Record<string, string>> = {
  organisation: 'organisations',
  person: 'people',
  title: 'titles',
  source: 'sources',
  shot: 'shots',
  performer: 'performers',
  track: 'face_tracks',
  character: 'characters',
  dub: 'dubs',
  replacement: 'replacements',
  stem: 'stems',
  script: 'scripts',
  pronunciation: 'pronunciations',
  line: 'lines',
  plan: 'plans',
  draft: 'drafts',
  take: 'takes',
  note: 'notes',
  verdict: 'verdicts',
  basis: 'rights_bases',
  delivery: 'deliveries',
  run: 'runs',
  job: 'jobs',
  upload: 'uploads',
  token: 'tokens',
  webhook: 'webhooks',
  message: 'webhook_deliveries',
};

/** Names in a path that are no rows: what they are part of is checked, and they say which part. */
export const HARMLESS_PARAMS: Readonly<Record<string, string>> = {
  name: 'a file of the delivery before it',
  sheet: 'a number of the source before it',
  index: 'a line of the plan before it',
};

/** The rows that a path names. @throws Refusal `not-found` for an id that cannot be one. */
export function referencesInPath(params: Readonly<Record<string, string>>): Reference[] {
  return Object.entries(params).flatMap(([name, id]) => {
    const table = ROW_PARAMS[name];
    if (table === undefined) return [];
    if (!isId(id)) throw notFound(table, id.slice(0, 60));
    return [{ table, id }];
  });
}

/**
 * Checks that rows are of somebody's own organisation; those of others are not told from those that do not exist.
 * @throws Refusal `not-found`.
 */
export async function checkOwn(
  tx: EntityManager,
  { organisation }: Actor,
  wanted: readonly Reference[],
): Promise<void> {
  const byTable = Map.groupBy(wanted, ({ table }) => table);
  for (const [table, references] of byTable) {
    const ids = [...new Set(references.map(({ id }) => id))];
    const own = table === 'organisations' ? 'id' : 'organisation';
    const rows: { id: string }[] = await tx.query(
      `SELECT id FROM ${tx.connection.driver.escape(table)} WHERE id = ANY($1) AND ${own} = $2`,
      [ids, organisation],
    );
    const found = new Set(rows.map(({ id }) => id));
    const missing = ids.find((id) => !found.has(id));
    if (missing !== undefined) throw notFound(table, missing);
  }
}

/** Which version a request means to edit. @throws Refusal `version-missing`. */
export function versionFrom(ifMatch: string | undefined): number {
  const version = /^(?:W\/)?"?(\d+)(?:\.[\w-]+)?"?$/.exec(ifMatch ?? '')?.[1];
  if (version !== undefined) return Number(version);
  throw new Refusal(
    'version-missing',
    'Say with If-Match which version you mean to change: it is the ETag that came with what you saw.',
  );
}
