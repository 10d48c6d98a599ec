'use client';

import { useMemo, type ReactElement } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { SelectField } from '#components/ui/index.ts';
import { spokenLanguages } from '#lib/language/spokenLanguages.ts';

interface LanguageFieldProps {
  /** A BCP 47 tag; empty when nobody has said which. */
  readonly value: string;
  readonly onChange: (tag: string) => void;
}

/** Asks in which language a film is spoken. */
export function LanguageField({ value, onChange }: LanguageFieldProps): ReactElement {
  const t = useTranslations();
  const locale = useLocale();
  const languages = useMemo(() => spokenLanguages(locale, value === '' ? [] : [value]), [locale, value]);
  return (
    <SelectField
      label={t('newTitle.spokenIn')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">{t('titles.unknownLanguage')}</option>
      {languages.map(({ tag, name }) => (
        <option key={tag} value={tag}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
