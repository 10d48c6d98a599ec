import { Refusal } from '@mondwerk/film';
import type { EntityManager } from 'typeorm';
import { Characters } from '../cast/tables.ts';

/** @throws Refusal `request-invalid` for a character of another title. */
export async function requireOfTitle(tx: EntityManager, character: string, title: string): Promise<void> {
  const { title: theirs, name } = await tx.findOneByOrFail(Characters, { id: character });
  if (theirs === title) return;
  throw new Refusal('request-invalid', `${name} is a character of another title: choose one of this one.`);
}
