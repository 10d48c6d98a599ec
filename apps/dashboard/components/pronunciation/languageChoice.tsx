'use client';

import { useMemo, type ReactElement } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { SelectField } from '#components/ui/index.ts';
import { nameOfLanguage } from '#lib/language/nameOfLanguage.ts';
import { spokenLanguages } from '#lib/language/spokenLanguages.ts';

interface LanguageChoiceProps {
  readonly label: string;
  readonly hint?: string;
  /** What it says while none is chosen. */
  readonly empty: string;
  /** Those that are likely, before all others. */
  readonly first: readonly string[];
  /** A BCP 47 tag; empty for none. */
  readonly value: string;
  readonly onChange: (tag: string) => void;
}

/** Asks for a language, the likely ones first. */
export function LanguageChoice({
  label,
  hint,
  empty,
  first,
  value,
  onChange,
}: LanguageChoiceProps): ReactElement {
  const t = useTranslations('pronunciation');
  const locale = useLocale();
  const all = useMemo(() => spokenLanguages(locale, value === '' ? [] : [value]), [locale, value]);
  return (
    <SelectField
      label={label}
      hint={hint}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">{empty}</option>
      {first.length > 0 && (
        <optgroup label={t('ofThisTitle')}>
          {first.map((tag) => (
            <option key={tag} value={tag}>
              {nameOfLanguage(tag, locale)}
            </option>
          ))}
        </optgroup>
      )}
      <optgroup label={t('allLanguages')}>
        {all
          .filter(({ tag }) => !first.includes(tag))
          .map(({ tag, name }) => (
            <option key={tag} value={tag}>
              {name}
            </option>
          ))}
      </optgroup>
    </SelectField>
  );
}
