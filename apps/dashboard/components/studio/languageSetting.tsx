'use client';

import type { ReactElement } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { SelectField } from '#components/ui/index.ts';
import { LANGUAGE_COOKIE, LANGUAGES } from '#lib/language/languages.ts';

const YEAR_SECONDS = 365 * 24 * 3600;

/** Keeps the language in a cookie and has the page made anew in it. */
function speak(language: string): void {
  document.cookie = `${LANGUAGE_COOKIE}=${language}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
  location.reload();
}

/** The language of the interface. */
export function LanguageSetting(): ReactElement {
  const t = useTranslations();
  return (
    <SelectField
      label={t('common.language')}
      hint={t('studio.languageHint')}
      value={useLocale()}
      onChange={(event) => speak(event.currentTarget.value)}
      className="max-w-56"
    >
      {Object.entries(LANGUAGES).map(([tag, name]) => (
        <option key={tag} value={tag} lang={tag}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
