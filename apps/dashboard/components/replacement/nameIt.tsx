import { useState, type KeyboardEvent, type ReactElement } from 'react';
import { Button, TextField } from '#components/ui/index.ts';

interface NameItProps {
  readonly label: string;
  readonly hint: string;
  /** What the button says. */
  readonly act: string;
  readonly value: string;
  readonly problem?: string | undefined;
  readonly onChange: (name: string) => void;
  /** Gives the name; nothing is asked twice meanwhile. */
  readonly onName: () => Promise<unknown>;
}

/** A name and the button that gives it, within a form that is about something else. */
export function NameIt({ label, hint, act, value, problem, onChange, onName }: NameItProps): ReactElement {
  const [busy, setBusy] = useState(false);
  const name = async (): Promise<void> => {
    if (value.trim() === '' || busy) return;
    setBusy(true);
    await onName().finally(() => setBusy(false));
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    // The form around it is not meant.
    event.preventDefault();
    void name();
  };
  return (
    <div className="flex w-full items-start gap-2">
      <div className="min-w-0 flex-1">
        <TextField
          {...{ label, hint, problem, value }}
          bare
          placeholder={label}
          maxLength={200}
          autoComplete="off"
          onKeyDown={press}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </div>
      <Button busy={busy} disabled={value.trim() === ''} onClick={() => void name()}>
        {act}
      </Button>
    </div>
  );
}
