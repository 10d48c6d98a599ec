import { z } from 'zod';
import { edit } from '../database/edit.ts';
import { route } from '../http/route.ts';
import { idOf, Moment, pageOf, PageQuery } from '../http/schemas.ts';
import { Drawing } from './drawing.ts';
import { listNotes } from './listNotes.ts';
import { requireOwnNote } from './ownNote.ts';
import { requireFrames } from './requireFrames.ts';
import { addNote } from './addNote.ts';
import { Notes } from './tables.ts';

const Frame = z
  .int()
  .min(0)
  .max(2 ** 31 - 1);
const Text = z.string().trim().min(1).max(10_000);

const Note = z
  .object({
    id: z.uuid(),
    dub: z.uuid(),
    take: z.uuid().nullable(),
    start: z.int(),
    end: z.int(),
    text: z.string(),
    drawing: Drawing.nullable(),
    author: z.uuid().nullable(),
    resolvedAt: Moment.nullable(),
    madeAt: Moment,
    version: z.int(),
  })
  .meta({ id: 'Note' });

const NewNote = z.object({
  take: idOf('takes').nullable().default(null).describe('null when it is about the dub and not one take'),
  start: Frame.describe('The first frame of the film that it is about'),
  end: Frame.describe('The frame after the last'),
  text: Text,
  drawing: Drawing.nullable().default(null),
});

const NoteChanges = z
  .object({ start: Frame, end: Frame, text: Text, drawing: Drawing.nullable() })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, 'say what shall change');

const NoteFilter = PageQuery.extend({
  take: idOf('takes').optional(),
  from: z.coerce.number().pipe(Frame).optional().describe('Only notes on this frame or later ones'),
  to: z.coerce.number().pipe(Frame).optional().describe('Only notes on frames before this one'),
  resolved: z.stringbool().optional(),
});

/** Notes: what reviewers remark on frames. */
export const noteRoutes = [
  route({
    name: 'notes.list',
    method: 'GET',
    path: '/dubs/{dub}/notes',
    does: 'List the notes on a dub and its takes, or those on some frames',
    may: 'notes:read',
    query: NoteFilter,
    reply: pageOf(Note),
    handle: ({ tx, params, query }) => listNotes(tx, params.dub, query),
  }),
  route({
    name: 'notes.create',
    method: 'POST',
    path: '/dubs/{dub}/notes',
    does: 'Write a note on frames of a dub or of one take, and draw on them',
    may: 'notes:create',
    body: NewNote,
    reply: Note,
    handle: ({ tx, actor, params, body }) => addNote(tx, actor, params.dub, body),
  }),
  route({
    name: 'notes.read',
    method: 'GET',
    path: '/notes/{note}',
    does: 'Show a note',
    may: 'notes:read',
    reply: Note,
    handle: ({ tx, params }) => tx.findOneByOrFail(Notes, { id: params.note }),
  }),
  route({
    name: 'notes.edit',
    method: 'PATCH',
    path: '/notes/{note}',
    does: 'Change a note of one’s own; producers may change those of others',
    may: 'notes:edit',
    edits: true,
    body: NoteChanges,
    reply: Note,
    handle: async ({ tx, actor, params, expected, body }) => {
      await requireOwnNote(tx, actor, params.note);
      const note = await edit(tx, Notes, { id: params.note, expected }, body);
      await requireFrames(tx, note);
      return note;
    },
  }),
  route({
    name: 'notes.resolve',
    method: 'POST',
    path: '/notes/{note}/resolve',
    does: 'Say that a note has been dealt with, or that it has not',
    may: 'notes:edit',
    edits: true,
    status: 200,
    body: z.object({ resolved: z.boolean().default(true) }),
    reply: Note,
    handle: ({ tx, params, expected, body }) =>
      edit(tx, Notes, { id: params.note, expected }, { resolvedAt: body.resolved ? new Date() : null }),
  }),
  route({
    name: 'notes.delete',
    method: 'DELETE',
    path: '/notes/{note}',
    does: 'Delete a note of one’s own; producers may delete those of others',
    may: 'notes:delete',
    handle: async ({ tx, actor, params }) => {
      await requireOwnNote(tx, actor, params.note);
      await tx.delete(Notes, { id: params.note });
    },
  }),
];
