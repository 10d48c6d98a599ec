'use client';

import { useId, useState, type ReactElement } from 'react';
import { Plus, X } from 'lucide-react';
import { Button, CheckField, TextField } from '#components/ui/index.ts';
import { readNamed, type Named } from './territories.ts';

interface ListFieldProps {
  readonly label: string;
  readonly hint: string;
  /** What it is called that nothing is left out. */
  readonly everything: string;
  /** What it is called that only some are meant. */
  readonly some: string;
  /** What the field is called in which one more is written. */
  readonly add: string;
  readonly problem?: string | undefined;
  /** Codes; `null` for everything. */
  readonly values: readonly string[] | null;
  /** Those that are offered at once. */
  readonly usual: readonly string[];
  /** Those whose names are known. */
  readonly known: readonly Named[];
  readonly nameOf: (code: string) => string;
  /** Reads a code that is not among the known; `undefined` where a text is none. */
  readonly read: (text: string) => string | undefined;
  readonly onChange: (values: string[] | null) => void;
}

/** Everything, or a list of some, to which one adds by name or code. */
export function ListField(props: ListFieldProps): ReactElement {
  const { label, hint, everything, some, problem, values, usual, nameOf, onChange } = props;
  const id = useId();
  const chosen = values ?? [];
  const offered = [...usual, ...chosen.filter((code) => !usual.includes(code))];
  return (
    <fieldset aria-describedby={`${id}-hint`}>
      <legend className="mb-1 text-dim">{label}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {[true, false].map((all) => (
          <label key={String(all)} className="flex min-h-6 items-center gap-2">
            <input
              type="radio"
              name={id}
              checked={all === (values === null)}
              onChange={() => onChange(all ? null : [...usual])}
              className="size-4 accent-accent"
            />
            {all ? everything : some}
          </label>
        ))}
      </div>
      {values !== null && (
        <div className="mt-2 flex flex-col gap-2 border-l border-line pl-3">
          <div className="flex flex-wrap gap-x-4 gap-y-1">
            {offered.map((code) =>
              usual.includes(code) ? (
                <CheckField
                  key={code}
                  label={nameOf(code)}
                  checked={values.includes(code)}
                  onChange={({ target }) =>
                    onChange(target.checked ? [...chosen, code] : chosen.filter((each) => each !== code))
                  }
                />
              ) : (
                <Button
                  key={code}
                  className="h-6!"
                  onClick={() => onChange(chosen.filter((each) => each !== code))}
                >
                  {nameOf(code)}
                  <X size={12} aria-hidden />
                </Button>
              ),
            )}
          </div>
          <OneMore {...props} onAdd={(code) => !chosen.includes(code) && onChange([...chosen, code])} />
        </div>
      )}
      <p id={`${id}-hint`} className="mt-1 text-xs text-faint">
        {hint}
      </p>
      {problem !== undefined && (
        <p role="alert" className="text-xs text-bad">
          {problem}
        </p>
      )}
    </fieldset>
  );
}

type OneMoreProps = ListFieldProps & { readonly onAdd: (code: string) => void };

function OneMore({ add, known, read, onAdd }: OneMoreProps): ReactElement {
  const id = useId();
  const [text, setText] = useState('');
  const code = readNamed(text, known) ?? read(text);
  const take = (): void => {
    if (text.trim() === '' || code === undefined) return;
    onAdd(code);
    setText('');
  };
  return (
    <div className="flex max-w-96 items-end gap-2">
      <div className="min-w-0 flex-1">
        <TextField
          bare
          label={add}
          placeholder={add}
          list={id}
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            take();
          }}
        />
        <datalist id={id}>
          {known.map((each) => (
            <option key={each.code} value={each.name} />
          ))}
        </datalist>
      </div>
      <Button
        icon={Plus}
        aria-label={add}
        disabled={text.trim() === '' || code === undefined}
        onClick={take}
      />
    </div>
  );
}
