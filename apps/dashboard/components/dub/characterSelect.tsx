import type { ReactElement } from 'react';
import { SelectField } from '#components/ui/index.ts';
import type { Character } from '#lib/api/cast.ts';

interface CharacterSelectProps {
  readonly label: string;
  /** What is chosen where it is nobody in particular. */
  readonly nobody: string;
  readonly characters: readonly Character[];
  readonly value: string | null;
  readonly disabled?: boolean;
  readonly onChange: (character: string | null) => void;
}

/** Chooses one of the characters, or nobody in particular. */
export function CharacterSelect({
  label,
  nobody,
  characters,
  value,
  disabled,
  onChange,
}: CharacterSelectProps): ReactElement {
  return (
    <SelectField
      bare
      label={label}
      value={value ?? ''}
      disabled={disabled}
      onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
    >
      <option value="">{nobody}</option>
      {characters.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
