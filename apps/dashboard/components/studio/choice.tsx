'use client';

import { useId, type ReactElement } from 'react';

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly options: readonly (readonly [value: Value, name: string])[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** A choice of very few, all of which are seen. */
export function Choice<Value extends string>({
  label,
  options,
  value,
  onChange,
}: ChoiceProps<Value>): ReactElement {
  const name = useId();
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 text-dim">{label}</legend>
      {options.map(([each, words]) => (
        <label key={each} className="flex min-h-6 cursor-pointer items-center gap-2">
          <input
            type="radio"
            name={name}
            value={each}
            checked={value === each}
            onChange={() => onChange(each)}
            className="size-4 accent-accent"
          />
          {words}
        </label>
      ))}
    </fieldset>
  );
}
