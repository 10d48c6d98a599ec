import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { SelectField } from '#components/ui/index.ts';
import type { Replacement } from '#lib/api/replacements.ts';
import type { Dub } from '#lib/api/titles.ts';
import { nameOfLanguage } from '#lib/language/nameOfLanguage.ts';

interface DubSwitchProps {
  readonly dubs: readonly Dub[];
  readonly replacements: readonly Replacement[];
  readonly chosen: string | null;
  readonly onChoose: (version: string) => void;
}

/** Which language's or replacement's states the shots are shown in. */
export function DubSwitch({ dubs, replacements, chosen, onChoose }: DubSwitchProps): ReactNode {
  const t = useTranslations('film');
  const locale = useLocale();
  if (dubs.length + replacements.length === 0) return null;
  return (
    <SelectField
      bare
      label={t('statesOf')}
      value={chosen ?? ''}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      className="w-32!"
    >
      {dubs.map(({ id, language }) => (
        <option key={id} value={id}>
          {nameOfLanguage(language, locale)}
        </option>
      ))}
      {replacements.map(({ id, replaced, shown }) => (
        <option key={id} value={id}>
          {t('pair', { replaced: replaced.name, shown: shown.name })}
        </option>
      ))}
    </SelectField>
  );
}
