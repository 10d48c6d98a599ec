import { Refusal } from '@mondwerk/film';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Sources, Titles } from '../titles/tables.ts';
import { requireNamed } from './requireNamed.ts';
import { DONOR_MARK, Performers } from './tables.ts';

/**
 * Adds a performer whom a title's film does not show, by name. Returns their id. @throws Refusal `source-missing`,
 * `performer-unnamed` for a name that says nothing, `conflict` for one that somebody added so has already.
 */
export async function addDonor(tx: EntityManager, title: string, name: string): Promise<string> {
  const { name: titleName, organisation } = await tx.findOneOrFail(Titles, {
    where: { id: title },
    lock: { mode: 'pessimistic_write' },
  });
  requireNamed({ name });
  const source = await tx.findOne(Sources, { where: { title }, order: { id: 'DESC' } });
  if (source === null) {
    throw new Refusal('source-missing', `${titleName} has no film yet: upload it before its performers.`);
  }
  const others = await tx.findBy(Performers, { title, name });
  if (others.some(({ mark }) => mark.startsWith(DONOR_MARK))) {
    throw new Refusal('conflict', `${name} is among the performers of ${titleName} already: use them.`);
  }
  const id = newId();
  const mark = `${DONOR_MARK}${id}`;
  await tx.insert(Performers, { id, mark, name, organisation, title, source: source.id });
  return id;
}
