import { Refusal } from '@mondwerk/film';
import { checkLanguage } from '@mondwerk/speech';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { emit } from '../events/emit.ts';
import { Sources, Titles, type SourceRow, type TitleRow } from '../titles/tables.ts';
import type { DubSettings } from './dubSettings.ts';
import { Dubs, type DubRow } from './tables.ts';

/** A language version that somebody wants. */
export interface NewDub {
  readonly language: string;
  readonly source?: string | undefined;
  readonly settings: DubSettings;
}

/**
 * Gives a title a dub. @throws Refusal `language-unknown`, `source-missing` when there is no film yet, `conflict` when
 * the language is there already, `request-invalid` for a source of another title.
 */
export async function addDub(tx: EntityManager, title: string, wanted: NewDub): Promise<DubRow> {
  await checkLanguage(wanted.language);
  const [language] = Intl.getCanonicalLocales(wanted.language);
  const row = await lockTitle(tx, title);
  const source = await sourceFor(tx, row, wanted.source);
  const there = await tx.findOneBy(Dubs, { title, language, source: source.id, kind: 'dub' });
  if (there !== null) {
    throw new Refusal('conflict', `${row.name} has a dub in ${language} already: use that one.`);
  }
  const { organisation } = row;
  const { settings } = wanted;
  const dub = await tx.save(Dubs, {
    id: newId(),
    organisation,
    title,
    source: source.id,
    kind: 'dub',
    language,
    settings,
  });
  await emit(tx, {
    organisation,
    kind: 'dub.created',
    thing: dub.id,
    title,
    dub: dub.id,
    data: { language, kind: dub.kind },
  });
  return dub;
}

/** Checks that a dub may go over to another source. @throws Refusal `dub-has-takes`, `request-invalid`. */
export async function moveDub(tx: EntityManager, id: string, source: string): Promise<void> {
  const dub = await tx.findOneByOrFail(Dubs, { id });
  if (dub.source === source) return;
  const title = await lockTitle(tx, dub.title);
  await sourceFor(tx, title, source);
  const [{ taken }] = (await tx.query('SELECT EXISTS (SELECT FROM takes WHERE dub = $1) AS taken', [id])) as [
    { taken: boolean },
  ];
  if (!taken) return;
  throw new Refusal(
    'dub-has-takes',
    'This dub has takes of the frames of its present source: create another dub for the new one.',
  );
}

/** Reads a title and keeps others from adding dubs to it until the transaction ends. */
export const lockTitle = (tx: EntityManager, id: string): Promise<TitleRow> =>
  tx.findOneOrFail(Titles, { where: { id }, lock: { mode: 'pessimistic_write' } });

/**
 * The source that something is made from: the newest of a title where none is named.
 * @throws Refusal `source-missing`, `request-invalid` for a source of another title.
 */
export async function sourceFor(
  tx: EntityManager,
  title: TitleRow,
  id: string | undefined,
): Promise<SourceRow> {
  const source = await tx.findOne(Sources, {
    where: { title: title.id, ...(id === undefined ? {} : { id }) },
    order: { id: 'DESC' },
  });
  if (source !== null) return source;
  if (id !== undefined) {
    throw new Refusal('request-invalid', `This is not a source of ${title.name}: choose one of its own.`);
  }
  throw new Refusal('source-missing', `${title.name} has no film yet: upload it before its dubs.`);
}
