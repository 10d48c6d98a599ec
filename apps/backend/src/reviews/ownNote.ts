import type { EntityManager } from 'typeorm';
import { Refusal } from '@mondwerk/film';
import type { Actor } from '../access/actor.ts';
import type { Role } from '../access/roles.ts';
import { Notes } from './tables.ts';

/** Who may change and delete the notes of others. */
const EDITORS: readonly Role[] = ['administrator', 'producer'];

/** Makes sure that somebody may change a note. @throws Refusal `not-allowed`. */
export async function requireOwnNote(tx: EntityManager, { person, role }: Actor, id: string): Promise<void> {
  const { author } = await tx.findOneByOrFail(Notes, { id });
  if (author === person || EDITORS.includes(role)) return;
  throw new Refusal(
    'not-allowed',
    'The note is somebody else’s: ask them or a producer, or write one of your own.',
  );
}
