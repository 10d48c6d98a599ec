'use client';

import type { ReactElement } from 'react';
import { useTranslations } from 'use-intl';
import { SelectField, TextField } from '#components/ui/index.ts';
import { LanguageChoice } from './languageChoice.tsx';
import { WAYS, type SaidParts, type Way } from './saidForm.ts';

interface SaidFieldsProps {
  readonly parts: SaidParts;
  readonly onChange: (parts: SaidParts) => void;
  /** Whether one begins to write here. */
  readonly focused: boolean;
}

const EXAMPLES: Readonly<Record<Way, string>> = { respelt: 'Shuh-VAWN', ipa: 'ʃɪˈvɔːn', language: '' };

/** Asks in which way it is written down how a word is said, and how. */
export function SaidFields({ parts, onChange, focused }: SaidFieldsProps): ReactElement {
  const t = useTranslations('pronunciation');
  const { way, text, language } = parts;
  return (
    <>
      <SelectField
        label={t('way')}
        value={way}
        onChange={(event) => onChange({ ...parts, way: event.currentTarget.value as Way })}
      >
        {WAYS.map((each) => (
          <option key={each} value={each}>
            {t(`way-${each}`)}
          </option>
        ))}
      </SelectField>
      {way === 'language' && (
        <LanguageChoice
          label={t('readIn')}
          empty={t('choose')}
          first={[]}
          value={language}
          onChange={(tag) => onChange({ ...parts, language: tag })}
        />
      )}
      <TextField
        label={t(`said-${way}`)}
        hint={t(`saidHint-${way}`)}
        placeholder={EXAMPLES[way]}
        value={text}
        maxLength={180}
        required={way !== 'language'}
        autoFocus={focused}
        autoCapitalize="off"
        spellCheck={false}
        className={way === 'ipa' ? 'font-mono' : undefined}
        onChange={(event) => onChange({ ...parts, text: event.currentTarget.value })}
      />
    </>
  );
}
