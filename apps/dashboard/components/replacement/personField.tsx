import type { ReactElement } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { SelectField } from '#components/ui/index.ts';
import type { PlanInFull } from '#lib/api/planLines.ts';

/** Somebody whom a plan found in a file of donor footage. */
export type FoundPerson = NonNullable<NonNullable<PlanInFull['faces']>['donors']>[number]['people'][number];

interface PersonFieldProps {
  /** Of the file. */
  readonly name: string;
  /** Everybody in it, most seen first. */
  readonly people: readonly FoundPerson[];
  /** Who was said to be shown; `null` where that is left to the plan. */
  readonly chosen: string | null;
  readonly disabled: boolean;
  readonly onChoose: (person: string | null) => void;
}

/** Says who of several people in a file is the shown performer. */
export function PersonField({ name, people, chosen, disabled, onChoose }: PersonFieldProps): ReactElement {
  const t = useTranslations('replacement');
  const format = useFormatter();
  const taken = people.find(({ shown }) => shown);
  const said = ({ person, seconds }: FoundPerson): string =>
    t('personIn', {
      number: people.findIndex((each) => each.person === person) + 1,
      time: format.number(seconds, { style: 'unit', unit: 'second', maximumFractionDigits: 0 }),
    });
  return (
    <div className="w-52">
      <SelectField
        bare
        label={t('whoIn', { name })}
        value={chosen ?? ''}
        disabled={disabled}
        onChange={({ currentTarget }) => onChoose(currentTarget.value || null)}
      >
        <option value="">
          {taken === undefined ? t('personPlain') : t('personTaken', { person: said(taken) })}
        </option>
        {people.map((each) => (
          <option key={each.person} value={each.person}>
            {said(each)}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
