'use client';

import type { ReactElement } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { TextField } from '#components/ui/index.ts';
import { nameOfLanguage } from '#lib/language/nameOfLanguage.ts';
import type { BasisDraft, Flaw } from './basisDraft.ts';
import { ChoiceField } from './choiceField.tsx';
import { commonLanguages, languageTag } from './commonLanguages.ts';
import { ListField } from './listField.tsx';
import { allTerritories, nameOfTerritory, territoryCode } from './territories.ts';

interface BasisFormProps {
  readonly draft: BasisDraft;
  readonly flaws: ReadonlySet<Flaw>;
  /** Those of the title's dubs. */
  readonly languages: readonly string[];
  readonly onChange: (changes: Partial<BasisDraft>) => void;
}

/** Every clause of a basis, each with what it means. */
export function BasisForm({ draft, flaws, languages, onChange }: BasisFormProps): ReactElement {
  const t = useTranslations('rights');
  const locale = useLocale();
  const flaw = (clause: Flaw): string | undefined => (flaws.has(clause) ? t(`flaw-${clause}`) : undefined);
  return (
    <div className="flex flex-col gap-4">
      <ChoiceField
        first
        label={t('kind')}
        value={draft.kind}
        choices={(['consent', 'estate-consent', 'dubbing-agreement', 'contract-exemption'] as const).map(
          (kind) => ({
            value: kind,
            label: t(kind),
            hint: t(`${kind}-hint`),
          }),
        )}
        onChange={(kind) => onChange({ kind })}
      />
      <ChoiceField
        label={t('extent')}
        value={draft.extent}
        choices={(['mouth', 'whole-face'] as const).map((extent) => ({
          value: extent,
          label: t(extent),
          hint: t(`${extent}-hint`),
        }))}
        onChange={(extent) => onChange({ extent })}
      />
      <ListField
        label={t('languages')}
        hint={t('languagesHint')}
        everything={t('allLanguages')}
        some={t('someLanguages')}
        add={t('addLanguage')}
        problem={flaw('languages')}
        values={draft.languages}
        usual={languages}
        known={commonLanguages(locale)}
        nameOf={(tag) => `${nameOfLanguage(tag, locale)} (${tag})`}
        read={languageTag}
        onChange={(values) => onChange({ languages: values })}
      />
      <ListField
        label={t('territories')}
        hint={t('territoriesHint')}
        everything={t('everywhere')}
        some={t('someTerritories')}
        add={t('addTerritory')}
        problem={flaw('territories')}
        values={draft.territories}
        usual={[]}
        known={allTerritories(locale)}
        nameOf={(code) => nameOfTerritory(code, locale)}
        read={territoryCode}
        onChange={(values) => onChange({ territories: values })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          type="date"
          label={t('validFrom')}
          hint={t('validFromHint')}
          problem={flaw('validFrom')}
          value={draft.validFrom}
          onChange={(event) => onChange({ validFrom: event.target.value })}
        />
        <TextField
          type="date"
          label={t('validTo')}
          hint={t('validToHint')}
          problem={flaw('validTo')}
          value={draft.validTo ?? ''}
          onChange={(event) => onChange({ validTo: event.target.value || null })}
        />
        <TextField
          label={t('signer')}
          hint={t('signerHint')}
          maxLength={200}
          autoComplete="off"
          problem={flaw('signer')}
          value={draft.signer}
          onChange={(event) => onChange({ signer: event.target.value })}
        />
        <TextField
          type="date"
          label={t('signedOn')}
          hint={t('signedOnHint')}
          problem={flaw('signedOn')}
          value={draft.signedOn}
          onChange={(event) => onChange({ signedOn: event.target.value })}
        />
      </div>
    </div>
  );
}
