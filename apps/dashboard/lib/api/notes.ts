import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useChange } from './change.ts';
import { answerOf, api, ifMatch, type Schemas } from './client.ts';
import { allPages, MOST } from './pages.ts';

/** A remark on frames of a dub, or of one take. */
export type Note = Schemas['Note'];

/** Strokes over a picture, in shares of it. */
export type Drawing = Schemas['Drawing'];

/** What somebody remarks. */
export type NewNote = Pick<Note, 'take' | 'start' | 'end' | 'text' | 'drawing'>;

/** All notes on a dub and its takes, in the order in which they were written. */
export const useNotes = (dub: string): UseQueryResult<Note[]> =>
  useQuery({
    queryKey: ['notes', 'of', dub],
    queryFn: () =>
      allPages((after) =>
        answerOf(api.GET('/dubs/{dub}/notes', { params: { path: { dub }, query: { after, limit: MOST } } })),
      ),
  });

/** The client's types forget that a point has two numbers. */
const oneNote = (call: Promise<{ data?: unknown }>): Promise<Note> => answerOf(call) as Promise<Note>;

/** What is done with notes. Each throws what the server refuses. */
export interface NoteActs {
  readonly write: (note: NewNote) => Promise<Note>;
  readonly change: (note: Note, changes: Partial<Pick<Note, 'text' | 'drawing'>>) => Promise<Note>;
  readonly resolve: (note: Note, resolved: boolean) => Promise<Note>;
  readonly remove: (note: Note) => Promise<unknown>;
}

/** What is done with the notes on a dub. */
export function useNoteActs(dub: string): NoteActs {
  // How many are open is told with the shots of the dub.
  const changed = useChange('notes', 'dubs');
  const of = ({ id, version }: Note) => ({ params: { path: { note: id }, header: ifMatch(version) } });
  return {
    write: (body) => changed(oneNote(api.POST('/dubs/{dub}/notes', { params: { path: { dub } }, body }))),
    change: (note, body) => changed(oneNote(api.PATCH('/notes/{note}', { ...of(note), body }))),
    resolve: (note, resolved) =>
      changed(oneNote(api.POST('/notes/{note}/resolve', { ...of(note), body: { resolved } }))),
    remove: ({ id }) => changed(api.DELETE('/notes/{note}', { params: { path: { note: id } } })),
  };
}
