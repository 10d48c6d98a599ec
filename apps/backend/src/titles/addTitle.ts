import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { emit } from '../events/emit.ts';
import { Titles, type TitleRow } from './tables.ts';

/** Adds a title without anything in it. */
export async function addTitle(
  tx: EntityManager,
  { organisation, name, language }: Pick<TitleRow, 'organisation' | 'name' | 'language'>,
): Promise<TitleRow> {
  const title = await tx.save(Titles, { id: newId(), organisation, name, language, archivedAt: null });
  const { id } = title;
  await emit(tx, { organisation, kind: 'title.created', thing: id, title: id, data: { name } });
  return title;
}
