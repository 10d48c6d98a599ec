import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { emit } from '../events/emit.ts';
import { Titles, type TitleRow } from './tables.ts';

/** A title that somebody wants; commercial when nothing is said. */
export type NewTitle = Pick<TitleRow, 'organisation' | 'name' | 'language'> &
  Partial<Pick<TitleRow, 'commercial'>>;

/** Adds a title without anything in it. */
export async function addTitle(
  tx: EntityManager,
  { organisation, name, language, commercial = true }: NewTitle,
): Promise<TitleRow> {
  const title = await tx.save(Titles, {
    id: newId(),
    organisation,
    name,
    language,
    commercial,
    archivedAt: null,
  });
  const { id } = title;
  await emit(tx, { organisation, kind: 'title.created', thing: id, title: id, data: { name } });
  return title;
}
