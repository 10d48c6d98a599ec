'use client';

import { useId, type ReactElement } from 'react';
import { classes } from '#components/ui/index.ts';

interface Choice<Value> {
  readonly value: Value;
  readonly label: string;
  readonly hint: string;
}

interface ChoiceFieldProps<Value> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  /** It is where one begins. */
  readonly first?: boolean;
  readonly onChange: (value: Value) => void;
}

/** One of a few, each with a sentence about what it means. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>): ReactElement {
  const { label, value: chosen, choices, first, onChange } = props;
  const id = useId();
  return (
    <fieldset>
      <legend className="mb-1 text-dim">{label}</legend>
      <div
        className={classes(
          'grid gap-2',
          choices.length > 3 ? 'sm:grid-cols-2' : 'sm:grid-flow-col sm:auto-cols-fr',
        )}
      >
        {choices.map(({ value, label: name, hint }) => (
          <label
            key={value}
            className="flex cursor-pointer items-start gap-2 rounded-md border border-line p-2 has-checked:border-accent has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={id}
              value={value}
              checked={value === chosen}
              autoFocus={first === true && value === chosen}
              aria-describedby={`${id}-${value}`}
              aria-label={name}
              onChange={() => onChange(value)}
              className="mt-0.5 size-4 shrink-0 accent-accent"
            />
            <span>
              {name}
              <span id={`${id}-${value}`} className="block text-xs text-faint">
                {hint}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
