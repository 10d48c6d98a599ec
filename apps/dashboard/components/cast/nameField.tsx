'use client';

import { useEffect, useRef, useState, type ReactElement } from 'react';

interface NameFieldProps {
  readonly name: string;
  readonly label: string;
  readonly onSave: (name: string) => void;
  /** It is left, saved or not. */
  readonly onLeave: () => void;
}

/** A name that is being written: Enter or going elsewhere saves it, Esc leaves it as it was. */
export function NameField({ name, label, onSave, onLeave }: NameFieldProps): ReactElement {
  const [text, setText] = useState(name);
  const field = useRef<HTMLInputElement>(null);
  const left = useRef(false);
  useEffect(() => field.current?.select(), []);
  const leave = (save: boolean): void => {
    // Leaving takes the field away, which is going elsewhere once more.
    if (left.current) return;
    left.current = true;
    if (save && text.trim() !== '') onSave(text.trim());
    onLeave();
  };
  return (
    <input
      ref={field}
      value={text}
      aria-label={label}
      maxLength={200}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => leave(true)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        leave(event.key === 'Enter');
      }}
      className="h-6 w-full min-w-0 rounded-sm border border-edge bg-ground px-1 text-sm"
    />
  );
}
