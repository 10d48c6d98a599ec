'use client';

import { useState, type ReactElement } from 'react';
import { Check, EllipsisVertical, Pencil, RotateCcw, Trash2 } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { classes, ConfirmDialog, IconButton, Menu, useToasts } from '#components/ui/index.ts';
import type { FrameTimes } from '#lib/film/index.ts';
import type { Note, NoteActs } from '#lib/api/notes.ts';
import { keepFocus } from './keepFocus.ts';

interface NoteListProps {
  readonly notes: readonly Note[];
  readonly times: FrameTimes;
  readonly acts: NoteActs;
  /** Numbers of the takes of the shot, by their ids. */
  readonly takeNumbers: ReadonlyMap<string, number>;
  readonly nameOf: (person: string | null) => string;
  readonly mayChange: (note: Note) => boolean;
  readonly onGo: (frame: number) => void;
  readonly onEdit: (note: Note) => void;
}

/** Notes in the order of the film; pressing one goes to its frame. */
export function NoteList({ notes, ...rest }: NoteListProps): ReactElement {
  const t = useTranslations('review');
  if (notes.length === 0) return <p className="p-3 text-faint">{t('noNotes')}</p>;
  return (
    <ul aria-label={t('notes')}>
      {notes.map((note) => (
        <NoteItem key={note.id} note={note} {...rest} />
      ))}
    </ul>
  );
}

type NoteItemProps = Omit<NoteListProps, 'notes'> & { readonly note: Note };

function NoteItem({ note, times, takeNumbers, nameOf, onGo, ...rest }: NoteItemProps): ReactElement {
  const t = useTranslations('review');
  const format = useFormatter();
  const resolved = note.resolvedAt !== null;
  const take = note.take === null ? undefined : takeNumbers.get(note.take);
  return (
    <li className="flex items-start gap-1 border-b border-line/60 py-1 pr-1 pl-3 hover:bg-raised">
      <button
        type="button"
        onMouseDown={keepFocus}
        onClick={() => onGo(note.start)}
        className="flex min-w-0 flex-1 flex-col items-start py-1 text-left"
      >
        <span className="flex flex-wrap gap-x-2 text-xs text-faint">
          <span className="font-mono text-dim">{times.timecodeOf(note.start)}</span>
          {note.end - note.start > 1 && <span>{t('framesLong', { count: note.end - note.start })}</span>}
          {take !== undefined && <span>{t('take', { number: take })}</span>}
          {note.drawing !== null && <Pencil size={12} aria-label={t('drawn')} />}
          {resolved && <span className="text-good">{t('resolved')}</span>}
        </span>
        <span className={classes('wrap-anywhere whitespace-pre-wrap', resolved && 'text-faint line-through')}>
          {note.text}
        </span>
        <span className="text-xs text-faint">
          {nameOf(note.author)} ·{' '}
          {format.dateTime(new Date(note.madeAt), { dateStyle: 'short', timeStyle: 'short' })}
        </span>
      </button>
      <NoteActsOf note={note} {...rest} />
    </li>
  );
}

function NoteActsOf({
  note,
  acts,
  mayChange,
  onEdit,
}: Pick<NoteListProps, 'acts' | 'mayChange' | 'onEdit'> & { readonly note: Note }): ReactElement {
  const t = useTranslations('review');
  const tc = useTranslations('common');
  const toasts = useToasts();
  const [deleting, setDeleting] = useState(false);
  const resolved = note.resolvedAt !== null;
  const turn = (): void => void acts.resolve(note, !resolved).catch(toasts.fail);
  return (
    <>
      <IconButton
        icon={resolved ? RotateCcw : Check}
        label={t(resolved ? 'reopen' : 'resolve')}
        onClick={turn}
      />
      {mayChange(note) && (
        <Menu
          items={[
            { label: t('edit'), icon: Pencil, onSelect: () => onEdit(note) },
            { label: tc('delete'), icon: Trash2, danger: true, onSelect: () => setDeleting(true) },
          ]}
        >
          <IconButton icon={EllipsisVertical} label={tc('menu')} />
        </Menu>
      )}
      <ConfirmDialog
        open={deleting}
        onClose={() => setDeleting(false)}
        title={t('deleteNote')}
        act={tc('delete')}
        onConfirm={() => acts.remove(note)}
      >
        {t('deleteNoteLost')}
      </ConfirmDialog>
    </>
  );
}
