'use client';

import { useState, type ReactElement } from 'react';
import { TextArea } from '#components/ui/index.ts';
import type { Line } from '#lib/api/lines.ts';

interface LineTextProps {
  readonly line: Line;
  readonly label: string;
  readonly editing: boolean;
  /** Begins to edit; without it nobody may. */
  readonly onEdit: (() => void) | undefined;
  readonly onLeave: () => void;
  /** Returns whether it was saved. */
  readonly onSave: (text: string) => Promise<boolean>;
}

/** The words of a line; a click edits them in place, Enter saves, Escape leaves them as they were. */
export function LineText({ line, label, editing, onEdit, onLeave, onSave }: LineTextProps): ReactElement {
  if (editing) return <Editing {...{ line, label, onLeave, onSave }} />;
  if (onEdit === undefined) return <p>{line.text}</p>;
  return (
    <button
      type="button"
      onClick={onEdit}
      title={label}
      className="min-h-6 w-full rounded-sm px-1 text-left whitespace-pre-line hover:bg-hover"
    >
      {line.text}
    </button>
  );
}

function Editing({ line, label, onLeave, onSave }: Omit<LineTextProps, 'editing' | 'onEdit'>): ReactElement {
  const [text, setText] = useState(line.text);
  const save = async (): Promise<void> => {
    if (text.trim() === line.text || (await onSave(text.trim()))) onLeave();
  };
  return (
    <TextArea
      bare
      autoFocus
      label={label}
      rows={Math.max(1, text.split('\n').length)}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave();
        if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.currentTarget.blur();
      }}
    />
  );
}
