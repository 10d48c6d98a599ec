'use client';

import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Undo2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button, CheckField, classes, IconButton, useToasts } from '#components/ui/index.ts';
import type { FrameTimes } from '#lib/film/index.ts';
import type { NoteActs } from '#lib/api/notes.ts';
import { keepFocus } from './keepFocus.ts';
import { framesOfDraft, type Composing, type Draft } from './useComposing.ts';
import { PEN_COLOURS, type PenColour } from './strokes.ts';

interface NoteComposerProps {
  readonly composing: Composing;
  readonly draft: Draft;
  readonly acts: NoteActs;
  readonly times: FrameTimes;
}

/** Where a note is written; what is drawn over the picture goes with it. */
export function NoteComposer({ composing, draft, acts, times }: NoteComposerProps): ReactElement {
  const t = useTranslations('review');
  const tc = useTranslations('common');
  const toasts = useToasts();
  const [busy, setBusy] = useState(false);
  const text = useRef<HTMLTextAreaElement>(null);
  useEffect(() => text.current?.focus(), []);
  const empty = draft.text.trim() === '';
  const save = async (): Promise<void> => {
    if (empty || busy) return;
    setBusy(true);
    try {
      const drawing = draft.strokes.length === 0 ? null : { strokes: [...draft.strokes] };
      if (draft.note !== null) await acts.change(draft.note, { text: draft.text, drawing });
      else await acts.write({ ...framesOfDraft(draft), take: draft.take, text: draft.text, drawing });
      composing.end();
    } catch (error) {
      toasts.fail(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      aria-label={t(draft.note === null ? 'newNote' : 'editNote')}
      className="flex flex-col gap-2 border-b border-line bg-raised p-3"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') composing.end();
        else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
        else if (event.key === 'z' && (event.ctrlKey || event.metaKey) && draft.text === '')
          composing.undoStroke();
        else return;
        event.preventDefault();
      }}
    >
      <label className="flex flex-col gap-1">
        <span className="text-dim">
          {t('noteAt', { timecode: times.timecodeOf(framesOfDraft(draft).start) })}
        </span>
        <textarea
          ref={text}
          rows={3}
          required
          maxLength={10_000}
          value={draft.text}
          onChange={(event) => composing.change({ text: event.currentTarget.value })}
          className="w-full rounded-md border border-edge bg-ground px-2 py-1 text-sm"
        />
      </label>
      {draft.loop !== null && (
        <CheckField
          label={t('onLoop', { count: draft.loop.end - draft.loop.start })}
          checked={draft.onLoop}
          onChange={(event) => composing.change({ onLoop: event.currentTarget.checked })}
        />
      )}
      <Pens composing={composing} strokes={draft.strokes.length} />
      <div className="flex justify-end gap-2">
        <Button onClick={composing.end}>{tc('cancel')}</Button>
        <Button kind="main" type="submit" busy={busy} disabled={empty} title="Ctrl+Enter">
          {tc('save')}
        </Button>
      </div>
    </form>
  );
}

function Pens({
  composing,
  strokes,
}: {
  readonly composing: Composing;
  readonly strokes: number;
}): ReactElement {
  const t = useTranslations('review');
  return (
    <div role="group" aria-label={t('pen')} className="flex items-center gap-1">
      <span className="mr-1 text-dim">{t('pen')}</span>
      {(Object.keys(PEN_COLOURS) as PenColour[]).map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={composing.colour === name}
          aria-label={t(name)}
          title={t(name)}
          onMouseDown={keepFocus}
          onClick={() => composing.setColour(name)}
          className={classes(
            'flex size-6 items-center justify-center rounded-sm border',
            composing.colour === name ? 'border-accent' : 'border-transparent',
          )}
        >
          <span className="size-3.5 rounded-full" style={{ background: PEN_COLOURS[name] }} />
        </button>
      ))}
      <IconButton
        icon={Undo2}
        label={t('undoStroke')}
        disabled={strokes === 0}
        onMouseDown={keepFocus}
        onClick={composing.undoStroke}
      />
    </div>
  );
}
