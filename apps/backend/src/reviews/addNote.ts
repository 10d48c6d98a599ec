import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Actor } from '../access/actor.ts';
import { requireFrames } from './requireFrames.ts';
import { Notes, type NoteRow } from './tables.ts';

/** What somebody remarks. */
export type NewNote = Pick<NoteRow, 'take' | 'start' | 'end' | 'text' | 'drawing'>;

/** Writes a note down. @throws Refusal `note-frames` or `note-take`. */
export async function addNote(
  tx: EntityManager,
  { organisation, person }: Actor,
  dub: string,
  note: NewNote,
): Promise<NoteRow> {
  await requireFrames(tx, { dub, ...note });
  return tx.save(Notes, { id: newId(), organisation, dub, ...note, author: person, resolvedAt: null });
}
